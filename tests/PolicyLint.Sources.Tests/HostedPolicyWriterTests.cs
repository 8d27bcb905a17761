namespace PolicyLint.Sources.Tests;

public sealed class HostedPolicyWriterTests
{
    private const string Action = """
        "sagemaker:\x2A"
        """;

    private const string Resource = """
        !Sub "${Anything}"
        """;

    private static readonly SourceText File = SourceText.From($"Statement:\n  - Effect: Allow\n    Action: {Action}\n    Resource: {Resource}\n", "template.yaml");

    [Test]
    public void A_finding_is_at_its_place_in_the_host_file()
    {
        LintResult result = PolicyLinter.Default.Lint(Parse(resource: "*"));

        Finding finding = result.Findings.Single(finding => finding.Rule.Id == "PL3002");
        finding.Source.Should().BeSameAs(File);
        finding.Policy.Should().Be("Users (Policies/0)");
        finding.Source.GetText(finding.Span).Should().Be(Action);
        finding.Start.Should().Be(new LinePosition(3, 13));
        finding.Pointers[0].Should().Be("/Statement/0/Action");
        File.GetText(finding.Related.Single().Span).Should().Be(Resource);
    }

    [Test]
    public void What_is_not_known_is_allowed_here_and_told()
    {
        LintResult result = PolicyLinter.Default.Lint(Parse(resource: PolicyString.Unknown.ToString()));

        result.Document.Problems.Should().BeEmpty();
        result.Findings.Should().NotContain(finding => finding.Rule.Id == "PL3002");
        NotEvaluated part = result.NotEvaluated.Should().ContainSingle(part => part.Pointer == "/Statement/0/Resource").Which;
        part.Source.Should().BeSameAs(File);
        part.Policy.Should().Be("Users (Policies/0)");
        File.GetText(part.Span).Should().Be(Resource);
    }

    [Test]
    public void Nothing_is_fixed_in_a_host_file() =>
        PolicyLint.Fixing.PolicyFixer.Default.Propose(PolicyLinter.Default.Lint(Parse(resource: "*"))).Should().BeEmpty();

    private static PolicyDocument Parse(string resource)
    {
        var writer = new HostedPolicyWriter(File);
        writer.StartObject(PlaceOf("Statement"));
        writer.Name("Version", PlaceOf("Statement"));
        writer.String("2012-10-17", PlaceOf("Statement"));
        writer.Name("Statement", PlaceOf("Statement"));
        writer.StartArray(PlaceOf("-"));
        writer.StartObject(PlaceOf("Effect"));
        writer.Name("Effect", PlaceOf("Effect"));
        writer.String("Allow", PlaceOf("Allow"));
        writer.Name("Action", PlaceOf("Action"));
        writer.String("sagemaker:*", PlaceOf(Action));
        writer.Name("Resource", PlaceOf("Resource"));
        writer.String(resource, PlaceOf(Resource));
        writer.EndObject(PlaceOf(Resource));
        writer.EndArray(PlaceOf(Resource));
        writer.EndObject(PlaceOf(Resource));
        return new HostedPolicy(writer.ToText("Users (Policies/0)"), PolicyType.Identity).Parse();
    }

    private static TextSpan PlaceOf(string text) => new(File.GetText(new TextSpan(0, File.Bytes.Length)).IndexOf(text, StringComparison.Ordinal), text.Length);
}
