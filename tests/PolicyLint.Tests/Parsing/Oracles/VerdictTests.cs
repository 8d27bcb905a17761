using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Parsing.Oracles;

/// <summary>
/// The parser's verdict on generated documents beside two others: the JSON Schema that we ship for editors, through an
/// independent validator, and moto's copy of IAM's own checks. Where they disagree the IAM user guide decides, and the
/// decision stands in <see cref="Decided"/>: a disagreement that is not there fails, and so does a line that no longer is one.
/// </summary>
public sealed class VerdictTests
{
    private const string Schema = "schema";
    private const string Moto = "moto";

    // Who disagrees with the parser, on which change (or on all that start so), and what decides.
    private static readonly (string Oracle, string Mutation, string Reason)[] Decided =
    [
        (Schema, "Effect twice", "A schema sees an object after its reader has dropped one of two members. The grammar has each element once."),
        (Schema, "Statement.Condition: {\"NoSuchOperator", "An operator that does not exist breaks a rule of its own, not the grammar. An editor should show it at once."),
        (Schema, "Statement.Condition: {\"NullIfExists", "The same: the guide has IfExists for every operator but Null."),
        (Schema, "Statement.Condition: {\"stringequals", "We read operators without regard to case. The schema knows the guide's spelling, which editors complete."),

        (Moto, "Version removed", "The guide makes Version optional; without it 2008-10-17 applies. A rule of its own recommends it."),
        (Moto, "Version: \"2008-10-17\"", "The guide has two versions, and this is the older one."),
        (Moto, "Conditions: {}", "The grammar has no such element beside Statement."),
        (Moto, "Effect twice", "Python has dropped one of the two before moto looks. The grammar has each element once."),
        (Moto, "Statement repeated", "Sids must be unique, but that is a rule of its own and not the grammar."),
        (Moto, "Statement.Action: \"s3:GetObject\"", "In a trust policy it is in vain, but the grammar takes any action there."),
        (Moto, "Statement.Action renamed NotAction", "In a trust policy moto reads Action only; the grammar takes either."),
        (Moto, "Statement.Condition: {\"NoSuchOperator", "An operator that does not exist breaks a rule of its own, not the grammar."),
        (Moto, "Statement.Condition: {\"stringequals", "We read operators without regard to case."),
        (Moto, "Statement.Condition: {\"StringEquals\":{\"aws:x\":1}}", "The grammar: condition_value = (\"string\" | \"number\" | \"Boolean\")."),
        (Moto, "Statement.Condition: {\"StringEquals\":{\"aws:x\":[]}}", "The grammar: an array can contain one or more values."),
        (Moto, "Statement.Condition: {\"StringEquals\":{\"aws:x\":[null]}}", "The same three types; moto does not look into lists."),
        (Moto, "Statement.Condition: {\"StringEquals\":{\"aws:x\":[[]]}}", "The same three types; moto does not look into lists."),
        (Moto, "Statement.Principal", "moto does not look at Principal. It does not go into an identity policy, must be in a trust policy, and has its forms."),
        (Moto, "Statement.NotPrincipal", "The guide: not in an identity policy nor in a role trust policy. moto does not look at it."),
        (Moto, "Statement.Resource: [null]", "The grammar: resource_string. moto passes over null."),
        (Moto, "Statement.Resource: [\"*\",\"\"]", "An empty string is no ARN. moto passes over it in a list, not as a scalar."),
        (Moto, "Statement.Sid: \"two words\"", "The guide: a Sid takes A-Z, a-z and 0-9. moto does not look."),
        (Moto, "Statement.Sid: \"a-b\"", "The guide: a Sid takes A-Z, a-z and 0-9. moto does not look."),
    ];

    private static readonly (PolicyType Type, string Mutation, string Text, bool Accepts)[] Cases =
    [
        .. from valid in StructuralMutations.ValidDocuments
           from mutation in StructuralMutations.All
           let text = mutation.Apply(JsonNode.Parse(valid.Text)!.AsObject())
           where text is not null
           select (valid.Type, mutation.Name, text, ParserAccepts(text, valid.Type)),
    ];

    [Test]
    public void The_documents_to_be_changed_are_accepted_as_they_are() =>
        Cases.Where(@case => @case.Mutation == StructuralMutations.None).Should().HaveCount(StructuralMutations.ValidDocuments.Count).And.OnlyContain(@case => @case.Accepts);

    [Test]
    public async Task The_schema_of_each_type_gives_the_parsers_verdict()
    {
        Dictionary<PolicyType, JsonSchema> schemas = [];
        foreach (PolicyType type in Enum.GetValues<PolicyType>())
            schemas[type] = await SchemaOf(type);

        Compare(Schema, Cases.Select(@case => (@case.Type, @case.Mutation, @case.Text, @case.Accepts, schemas[@case.Type].Validate(@case.Text).Count == 0)));
    }

    // The schema of all types has to take what is right in any of them; what it refuses is wrong in all.
    [Test]
    public async Task What_the_schema_of_all_types_refuses_is_refused_in_every_type()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Repository.PathOf("schemas", "iam-policy.schema.json"));

        IEnumerable<string> wronglyRefused =
            from @case in Cases
            where schema.Validate(@case.Text).Count > 0
            where !IsDecided(Schema, @case.Mutation) && Enum.GetValues<PolicyType>().Any(type => ParserAccepts(@case.Text, type))
            select $"{@case.Mutation}: {@case.Text}";

        wronglyRefused.Should().BeEmpty();
        Cases.Where(@case => @case.Mutation.StartsWith("Statement: ", StringComparison.Ordinal)).Should().OnlyContain(@case => schema.Validate(@case.Text).Count > 0);
    }

    [Test]
    public void Motos_copy_of_IAMs_checks_gives_the_parsers_verdict()
    {
        var cases = Cases.Where(@case => @case.Type is PolicyType.Identity or PolicyType.Boundary or PolicyType.Trust).ToList();

        IReadOnlyList<bool> verdicts = MotoValidator.Accepts(cases.Select(@case => (@case.Type == PolicyType.Trust, @case.Text)));

        Compare(Moto, cases.Zip(verdicts, (@case, accepts) => (@case.Type, @case.Mutation, @case.Text, @case.Accepts, accepts)));
    }

    private static void Compare(string oracle, IEnumerable<(PolicyType Type, string Mutation, string Text, bool Parser, bool Oracle)> verdicts)
    {
        var disagreements = verdicts.Where(verdict => verdict.Parser != verdict.Oracle).ToList();

        List<string> undecided =
        [
            .. from verdict in disagreements
               where !IsDecided(oracle, verdict.Mutation)
               select $"{verdict.Mutation} ({verdict.Type.ToName()}): the parser {(verdict.Parser ? "takes" : "refuses")}, {oracle} does not: {verdict.Text}",
        ];
        if (undecided.Count > 0)
            Assert.Fail(string.Join('\n', undecided));

        Decided.Where(decided => decided.Oracle == oracle && disagreements.All(verdict => !verdict.Mutation.StartsWith(decided.Mutation, StringComparison.Ordinal)))
            .Should().BeEmpty("these are no disagreements any more");
    }

    private static bool IsDecided(string oracle, string mutation) => Decided.Any(decided => decided.Oracle == oracle && mutation.StartsWith(decided.Mutation, StringComparison.Ordinal));

    private static bool ParserAccepts(string text, PolicyType type) =>
        PolicyDocument.Parse(text, type).Problems.All(problem => problem.Rule.DefaultSeverity == Severity.Suggestion);

    private static Task<JsonSchema> SchemaOf(PolicyType type)
    {
        string definition = type == PolicyType.VpcEndpoint ? "vpcEndpointPolicy" : $"{type.ToName()}Policy";
        JsonObject schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", "iam-policy.schema.json")))!.AsObject();
        schema.Remove("allOf");
        schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{definition}" });
        return JsonSchema.FromJsonAsync(schema.ToJsonString());
    }
}
