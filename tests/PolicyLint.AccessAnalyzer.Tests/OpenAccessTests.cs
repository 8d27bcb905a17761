using PolicyLint.AccessAnalyzer.Confirming;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>What CheckAccessNotGranted is asked, for what a rule says is open.</summary>
public sealed class OpenAccessTests
{
    [Test]
    public void A_named_wildcard_is_asked_for_what_it_stands_for_and_nothing_else()
    {
        AccessQuestion asked = Ask("PL3012", """
            { "Effect": "Allow", "Action": ["s3:GetObject", "sagemaker:CreatePresigned*"], "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:*" }
            """);

        asked.Actions.Should().BeEquivalentTo(
            "sagemaker:CreatePresignedDomainUrl",
            "sagemaker:CreatePresignedMlflowAppUrl",
            "sagemaker:CreatePresignedMlflowTrackingServerUrl",
            "sagemaker:CreatePresignedNotebookInstanceUrl");
        asked.Resources.Should().Equal("arn:aws:sagemaker:eu-west-1:111122223333:*");
    }

    [Test]
    public void What_the_document_denies_is_not_asked()
    {
        AccessQuestion asked = Ask("PL3012", """
            { "Effect": "Allow", "Action": "sagemaker:CreatePresigned*", "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:CreatePresignedMlflow*", "Resource": "*" }
            """);

        asked.Actions.Should().BeEquivalentTo("sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedNotebookInstanceUrl");
    }

    [Test]
    public void Everything_is_asked_for_the_gravest_hundred_on_resources_that_nobody_named()
    {
        AccessQuestion asked = Ask("PL1001", """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""");

        asked.Actions.Should().HaveCount(100).And.OnlyHaveUniqueItems().And.Contain("sagemaker:CreatePresignedDomainUrl");
        asked.Resources.Should().NotBeEmpty().And.OnlyContain(arn => arn.Contains("policylint-unnamed", StringComparison.Ordinal));
    }

    [Test]
    public void An_allow_with_NotAction_is_asked_for_what_is_left()
    {
        AccessQuestion asked = Ask("PL1003", """{ "Effect": "Allow", "NotAction": ["iam:*", "sagemaker:*"], "Resource": "*" }""");

        asked.Actions.Should().HaveCount(100).And.NotContain(action => action.StartsWith("iam:", StringComparison.Ordinal) || action.StartsWith("sagemaker:", StringComparison.Ordinal));
    }

    [Test]
    public void An_allow_with_NotResource_is_asked_for_what_is_not_left_out()
    {
        AccessQuestion asked = Ask("PL1004", """{ "Effect": "Allow", "Action": "sagemaker:*", "NotResource": "arn:aws:sagemaker:*:*:domain/*" }""");

        asked.Resources.Should().NotBeEmpty().And.NotContain(arn => arn.Contains(":domain/", StringComparison.Ordinal));
    }

    [TestCase("arn:aws:sagemaker:*:*:*", "arn:aws:sagemaker:us-east-1:111122223333:*")]
    [TestCase("arn:aws:sagemaker:eu-west-1:444455556666:endpoint/a-*", "arn:aws:sagemaker:eu-west-1:444455556666:endpoint/a-*")]
    [TestCase("arn:aws-cn:sagemaker:cn-north-1:444455556666:endpoint/a", "arn:aws-cn:sagemaker:cn-north-1:444455556666:endpoint/a")]
    [TestCase("arn:*:s*:*:4444*:model/${aws:username}/x?", "arn:aws:sagemaker:us-east-1:111122223333:model/*/x?")]
    [TestCase("arn:aws:sagemaker:us-east-1:${aws:PrincipalAccount}:model/*", "arn:aws:sagemaker:us-east-1:111122223333:model/*")]
    [TestCase("arn:aws:s3:::data/*", "arn:aws:s3:::data/*")]
    public void A_pattern_of_ARNs_is_made_definite_up_to_its_last_part(string pattern, string asked) =>
        SampleArn.Of(PatternOf(pattern), Action("sagemaker", "CreateModel")).Should().Be(asked);

    [TestCase("sagemaker")]
    [TestCase("arn:aws:sagemaker")]
    public void What_is_no_ARN_cannot_be_asked(string pattern) =>
        SampleArn.Of(PatternOf(pattern), Action("sagemaker", "CreateModel")).Should().BeNull();

    [Test]
    public void A_longer_ARN_than_the_service_takes_cannot_be_asked() =>
        SampleArn.Of(PatternOf($"arn:aws:s3:::{new string('a', 2048)}"), Action("s3", "GetObject")).Should().BeNull();

    [Test]
    public void Every_action_of_the_catalogue_has_a_resource_that_the_service_takes()
    {
        foreach (CatalogAction action in ServiceCatalog.Default.Services.SelectMany(service => service.Actions))
        {
            string[] fields = SampleArn.OfAnyResource(action).Split(':', 6);
            bool isDefinite = fields.Length == 6 && fields[0] == "arn" && fields.All(field => !field.AsSpan().ContainsAny("*?${"));
            isDefinite.Should().BeTrue("{0} is for {1}", string.Join(':', fields), action.FullName);
        }
    }

    [Test]
    public void A_deny_claims_nothing()
    {
        PolicyDocument document = DocumentOf("""{ "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*" }""");

        OpenAccess.Of(FindingAt(document, "PL3002", "/Statement/0/Action"), PolicyAccess.Of(document)).Should().BeNull();
    }

    [Test]
    public void Actions_that_the_catalogue_does_not_have_cannot_be_asked()
    {
        PolicyDocument document = DocumentOf("""{ "Effect": "Allow", "Action": "nosuch:*", "Resource": "*" }""");

        OpenAccess.Of(FindingAt(document, "PL1007", "/Statement/0/Action"), PolicyAccess.Of(document)).Should().BeNull();
    }

    [Test]
    public void The_eleventh_statement_is_not_taken_for_the_first()
    {
        string first = """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }""";
        PolicyDocument document = DocumentOf(string.Join(", ", Enumerable.Repeat(first, 10).Append("""{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" }""")));

        OpenAccess.Of(FindingAt(document, "PL1007", "/Statement/10/Action"), PolicyAccess.Of(document))!.Value.Actions.Should().Equal("s3:PutObject");
    }

    // What a rule found is asked through the pass, as a caller would.
    private static AccessQuestion Ask(string rule, string statements)
    {
        var service = new ScriptedService();
        using var pass = new AccessAnalyzerPass(service);
        LintResult result = PolicyLinter.Default.Lint(DocumentOf(statements));
        LintResult only = result.With(result.Findings.Where(finding => finding.Rule.Id == rule).Take(1));

        ConfirmedResult confirmed = pass.ConfirmAsync(only).GetAwaiter().GetResult();

        confirmed.Result.Findings.Should().ContainSingle().Which.Confirmation.Should().Be(Confirmation.Confirmed);
        return service.Accesses.Should().ContainSingle().Which;
    }

    private static PolicyDocument DocumentOf(string statements) =>
        PolicyDocument.Parse($$"""{ "Version": "2012-10-17", "Statement": [{{statements}}] }""");

    private static Finding FindingAt(PolicyDocument document, string rule, string pointer) =>
        Finding.Of(PolicyLinter.Default.Rules.Single(each => each.Descriptor.Id == rule).Descriptor, Severity.Error, "Wide", document.Source, (document.Span, pointer));

    private static ResourcePattern PatternOf(string resource) =>
        PolicyAccess.Of(DocumentOf($$"""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "{{resource}}" }""")).Statements[0].ResourcePatterns[0];

    private static CatalogAction Action(string service, string name) =>
        ServiceCatalog.Default.TryGetAction(service, name, out CatalogAction action) ? action : throw new AssertionException($"{service}:{name} is not in the catalogue");
}
