using CsCheck;

namespace PolicyLint.Tests.Emission;

/// <summary>Whatever is built reads back as what was said.</summary>
public sealed class PolicyBuilderProperties
{
    // Not empty: the parser reports empty text and leaves it out.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("s3:GetObject", "*", "arn:aws:s3:::a/${aws:username}", "\"", "\\u0041", "😀", "\u2029"),
        Gen.String[Gen.Char.Where(character => !char.IsSurrogate(character)), 1, 12]);

    private static readonly Gen<string[]> Values = Text.Array[0, 4];

    private static readonly Gen<string> Operator = Gen.Select(
        Gen.OneOf("", "ForAnyValue:", "ForAllValues:"),
        Gen.OneOf([.. ConditionOperator.BaseNames]),
        (qualifier, name) => qualifier + name);

    private static readonly Gen<Said> Statement = Gen.Select(
        Gen.Bool, Text, Values, Values, Values, Gen.Select(Operator, Text, Values).Array[0, 5],
        (denies, sid, actions, resources, principals, conditions) => new Said(denies, sid, actions, resources, principals, conditions));

    [Test]
    public void What_is_built_reads_back_as_what_was_said() => Statement.Array[0, 4].Sample(statements =>
    {
        var builder = new PolicyBuilder();
        foreach (Said said in statements)
            _ = said.Denies ? builder.Deny(said.SayTo) : builder.Allow(said.SayTo);

        PolicyDocument policy = builder.Build();

        policy.Statements.Should().HaveCount(statements.Length);
        foreach (var (read, said) in policy.Statements.Zip(statements))
            said.ShouldBe(read);
    });

    private sealed record Said(bool Denies, string Sid, string[] Actions, string[] Resources, string[] Principals, (string Operator, string Key, string[] Values)[] Conditions)
    {
        public void SayTo(StatementBuilder statement)
        {
            // The values in two calls: calls add to each other.
            statement.Sid(Sid).Actions(Actions).Resources([]).Resources(Resources).AwsPrincipals(Principals.AsSpan(0, Principals.Length / 2)).AwsPrincipals(Principals.AsSpan(Principals.Length / 2));
            foreach (var (@operator, key, values) in Conditions)
                statement.When(@operator, key, values);
        }

        public void ShouldBe(Statement read)
        {
            read.Effect.Should().Be(Denies ? Effect.Deny : Effect.Allow);
            read.Sid!.Value.Should().Be(Sid);
            ShouldBe(read.Action!, Actions);
            ShouldBe(read.Resource!, Resources);
            ShouldBe(read.Principal!.Entries.Single(), Principals);

            // Grouped by hand: the first spelling of an operator and of a key stands for all.
            (string Operator, string Key, string Value)[] expected =
            [
                .. Conditions.GroupBy(condition => condition.Operator, StringComparer.OrdinalIgnoreCase)
                    .SelectMany(clause => clause.GroupBy(condition => condition.Key, StringComparer.OrdinalIgnoreCase)
                        .SelectMany(entry => entry.SelectMany(condition => condition.Values).Select(value => (clause.Key, entry.Key, value)))),
            ];
            IEnumerable<(string, string, string)> actual =
                from clause in read.Condition?.Clauses ?? []
                from entry in clause.Entries
                from value in entry.Values
                select (clause.OperatorText.Value, entry.Key.Value, value.Text);
            actual.Should().Equal(expected);
        }

        private static void ShouldBe(PolicyStringList list, string[] values)
        {
            list.IsList.Should().Be(values.Length != 1);
            list.Values.Select(value => value.Value).Should().Equal(values);
        }
    }
}
