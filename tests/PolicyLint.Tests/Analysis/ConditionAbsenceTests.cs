using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class ConditionAbsenceTests
{
    private static readonly string[] Positive =
    [
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "NumericEquals", "NumericLessThan", "NumericLessThanEquals",
        "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan",
        "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress", "ArnEquals", "ArnLike",
    ];

    private static readonly string[] Negated =
    [
        "StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike", "NumericNotEquals", "DateNotEquals", "NotIpAddress",
        "ArnNotEquals", "ArnNotLike",
    ];

    private static readonly string[] Either = [.. Positive, .. Negated];

    [Test]
    public void The_tables_name_every_operator_but_Null() =>
        ConditionOperator.BaseNames.Should().BeEquivalentTo([.. Either, "Null"]);

    [TestCaseSource(nameof(Positive))]
    public void A_positive_operator_is_false_without_its_key(string name) => WhenAbsent(name).Should().Be(KeyAbsence.NeverHolds);

    [TestCaseSource(nameof(Negated))]
    public void A_negated_operator_is_true_without_its_key(string name) => WhenAbsent(name).Should().Be(KeyAbsence.Holds);

    [TestCaseSource(nameof(Either))]
    public void IfExists_is_true_without_the_key(string name) => WhenAbsent(name + "IfExists").Should().Be(KeyAbsence.Holds);

    [TestCaseSource(nameof(Either))]
    public void ForAllValues_is_true_without_the_key(string name) => WhenAbsent("ForAllValues:" + name).Should().Be(KeyAbsence.Holds);

    [TestCaseSource(nameof(Either))]
    public void ForAnyValue_is_false_without_the_key(string name) => WhenAbsent("ForAnyValue:" + name).Should().Be(KeyAbsence.NeverHolds);

    [TestCase("'true'", KeyAbsence.Holds)]
    [TestCase("true", KeyAbsence.Holds)]
    [TestCase("'TRUE'", KeyAbsence.Holds)]
    [TestCase("'false'", KeyAbsence.NeverHolds)]
    [TestCase("false", KeyAbsence.NeverHolds)]
    [TestCase("['false', 'true']", KeyAbsence.Holds)]
    [TestCase("'\uFFFF'", KeyAbsence.DependsOnValue)]
    [TestCase("['\uFFFF', 'true']", KeyAbsence.Holds)]
    public void Null_asks_for_the_absence(string value, KeyAbsence expected) => WhenAbsent("Null", value).Should().Be(expected);

    [Test]
    public void An_unknown_operator_cannot_be_told() => WhenAbsent("StringSounds").Should().Be(KeyAbsence.DependsOnValue);

    [Test]
    public void One_false_term_makes_the_block_false()
    {
        ConditionAccess block = Statements.Condition("'StringNotEquals': {'aws:PrincipalTag/a': 'x'}, 'StringEquals': {'aws:PrincipalTag/b': 'y'}");

        block.WhenAbsent(_ => true).Should().Be(KeyAbsence.NeverHolds);
        block.WhenAbsent(term => term.IsAbout("aws:PrincipalTag/a")).Should().Be(KeyAbsence.DependsOnValue);
        block.WhenAbsent(_ => false).Should().Be(KeyAbsence.DependsOnValue);
    }

    [Test]
    public void True_terms_drop_out() =>
        Statements.Condition("'StringNotEquals': {'aws:PrincipalTag/a': 'x'}, 'Null': {'aws:PrincipalTag/b': 'true'}")
            .WhenAbsent(_ => true).Should().Be(KeyAbsence.Holds);

    private static KeyAbsence WhenAbsent(string name, string value = "'x'") =>
        Statements.Condition($"'{name}': {{'aws:PrincipalTag/team': {value}}}").Terms.Single().WhenAbsent;
}
