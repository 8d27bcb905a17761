using PolicyLint.Analysis;
namespace PolicyLint.Rules.Tests.Packs;

public sealed class RulePackTests
{
    private const string Policy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "IAM7Train", "Effect": "Allow", "Action": "sagemaker:Create?rainingJob", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*" },
            { "Sid": "IAM8Train", "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:training-job/risk-*",
              "Condition": { "ForAnyValue:StringEquals": { "sagemaker:VpcSubnets": "subnet-1" } } },
            { "Sid": "Look", "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*" },
            { "Sid": "Look", "Effect": "Allow", "Action": "sagemaker:DescribeModel", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:model/fraud-*" }
          ]
        }
        """;

    private static readonly PolicyLinter Linter = PolicyLinter.Default.With(new AcmeRules());

    [Test]
    public void The_rules_of_a_pack_run_beside_the_built_in_ones() =>
        Linter.Lint(Policy).Findings.Where(finding => finding.Rule.Id is "ACME0001" or "ACME0002" or "PL2030").Select(finding => finding.ToString()).Should().Equal(
            "policy:4:5 warning ACME0001 training-outside-the-network: The statement allows `sagemaker:CreateTrainingJob` in any subnet",
            "policy:7:14 suggestion ACME0002 sid-without-ticket: The Sid `Look` names no ticket",
            "policy:8:14 suggestion ACME0002 sid-without-ticket: The Sid `Look` names no ticket",
            "policy:8:14 error PL2030 duplicate-sid: The Sid `Look` is used twice");

    [Test]
    public void Adding_a_pack_leaves_the_linter_as_it_was()
    {
        Linter.Rules.Should().Equal([.. BuiltInRules.All, .. Linter.Rules.TakeLast(2)]);
        PolicyLinter.Default.Rules.Should().Equal(BuiltInRules.All);
        PolicyLinter.Default.Lint(Policy).Findings.Should().NotContain(finding => finding.Rule.Id.StartsWith("ACME", StringComparison.Ordinal));
    }

    [Test]
    public void The_options_of_the_linter_reach_the_pack()
    {
        var options = new LintOptions { Severities = LintOptions.Default.Severities.Add("sid-without-ticket", Severity.Error).Add("ACME0001", null) };

        new PolicyLinter(BuiltInRules.All, options).With(new AcmeRules()).Lint(Policy)
            .Findings.Where(finding => finding.Rule.Id.StartsWith("ACME", StringComparison.Ordinal))
            .Select(finding => (finding.Rule.Id, finding.Severity)).Should().Equal(("ACME0002", Severity.Error), ("ACME0002", Severity.Error));
    }

    [Test]
    public void A_rule_of_a_pack_links_to_its_own_page() =>
        Linter.Rules.TakeLast(2).Select(rule => rule.Descriptor.HelpUri).Should().Equal("https://acme.example/policies/training", "");

    [TestCase(null)]
    [TestCase("")]
    [TestCase("acme")]
    [TestCase("AC-ME")]
    [TestCase("ACME0")]
    [TestCase("ÄCME")]
    public void A_prefix_is_of_the_letters_A_to_Z(string? prefix) =>
        Adding(prefix!, "ACME0001").Should().Throw<ArgumentException>().WithParameterName("pack").WithMessage($"The prefix of a rule pack is one or more of the letters A to Z, not \"{prefix}\".*");

    [Test]
    public void Nobody_else_may_claim_PL() =>
        Adding("PL", "PL9999").Should().Throw<ArgumentException>().WithParameterName("pack").WithMessage("The prefix PL belongs to the rules of PolicyLint. Choose another one for the pack.*");

    [TestCase("ACME", "XX0001")]
    [TestCase("ACME", "ACME1")]
    [TestCase("ACME", "ACME00001")]
    [TestCase("ACME", "ACMEE001")]
    [TestCase("ACME", "acme0001")]
    [TestCase("P", "PL9999")]
    public void An_id_is_the_prefix_and_four_digits(string prefix, string id) =>
        Adding(prefix, id).Should().Throw<ArgumentException>().WithParameterName("pack")
            .WithMessage($"The rule {id} some-name is in a pack with the prefix {prefix}, so its id must be {prefix} and four digits.*");

    [TestCase("P", "P0001")]
    [TestCase("PLX", "PLX0001")]
    public void A_prefix_may_be_near_PL(string prefix, string id) =>
        PolicyLinter.Default.With(new Pack(prefix, [new Silent(id, "some-name")])).Rules[^1].Descriptor.Id.Should().Be(id);

    [Test]
    public void A_name_that_is_taken_is_refused() =>
        FluentActions.Invoking(() => PolicyLinter.Default.With(new Pack("ACME", [new Silent("ACME0001", "duplicate-sid")])))
            .Should().Throw<ArgumentException>().WithMessage("Two rules are called duplicate-sid: PL2030 duplicate-sid and ACME0001 duplicate-sid.*");

    [Test]
    public void A_pack_is_added_once() =>
        FluentActions.Invoking(() => Linter.With(new AcmeRules())).Should().Throw<ArgumentException>().WithMessage("Two rules are called ACME0001*");

    [Test]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => Linter.With(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Linter.With(new Pack("XX", null!))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Linter.With(new Pack("XX", [null!]))).Should().Throw<ArgumentException>();
    }

    private static Func<PolicyLinter> Adding(string prefix, string id) => () => PolicyLinter.Default.With(new Pack(prefix, [new Silent(id, "some-name")]));

    private sealed record Pack(string IdPrefix, IReadOnlyList<Rule> Rules) : IRulePack;

    private sealed class Silent(string id, string name) : StatementRule(new RuleDescriptor
    {
        Id = id,
        Name = name,
        Category = RuleCategory.Maintainability,
        Title = "t",
        Why = "w",
        Remedy = "r",
        Sources = [],
    })
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context)
        {
        }
    }
}
