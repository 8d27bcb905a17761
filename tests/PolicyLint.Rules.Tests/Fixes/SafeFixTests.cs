using PolicyLint.Fixing;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>Fixes that leave what is granted as it is.</summary>
public sealed class SafeFixTests
{
    [TestCase("'s3:GetObject','s3:PutObject','s3:getobject'", "'s3:GetObject','s3:PutObject'")]
    [TestCase("'s3:GetObject','s3:Get*','s3:PutObject'", "'s3:Get*','s3:PutObject'")]
    [TestCase("'s3:*','s3:Get*','s3:GetObject'", "'s3:*'")]
    [TestCase("'s3:Get*','s3:*','ec2:RunInstances'", "'s3:*','ec2:RunInstances'")]
    [TestCase("'s3:Get*','S3:GET*'", "'s3:Get*'")]
    [TestCase("'s3:**','s3:*'", "'s3:**'")]
    [TestCase("'*','s3:Get*'", "'*'")]
    [TestCase("'s3:NotYetKnown','s3:*'", "'s3:*'")]
    public void Actions_that_another_value_holds_go(string actions, string expected) =>
        Mend.Safely(Statement($"'Action':[{actions}],'Resource':'*'")).Should().Be(Statement($"'Action':[{expected}],'Resource':'*'"));

    [Test]
    public void Of_NotAction_too() =>
        Mend.Safely(Statement("'NotAction':['iam:PassRole','iam:*'],'Resource':'*'")).Should().Be(Statement("'NotAction':['iam:*'],'Resource':'*'"));

    // Patterns may come to hold different actions when AWS adds some.
    [TestCase("'s3:GetObjec?','s3:GetObject*'")]
    [TestCase("'s3:Get*','s3:*Object'")]
    [TestCase("'s3:Zzz*','s3:Yyy*'")]
    [TestCase("'s3:Get *','s3:Get x'")]
    public void Actions_of_which_neither_holds_the_other_stay(string actions) => Stays($"'Action':[{actions}],'Resource':'*'");

    [TestCase("'arn:aws:s3:::b/*','arn:aws:s3:::b/x'", "'arn:aws:s3:::b/*'")]
    [TestCase("'arn:aws:s3:::b/x','arn:aws:s3:::b/x'", "'arn:aws:s3:::b/x'")]
    [TestCase("'arn:aws:s3:::b/x','*'", "'*'")]
    public void Resources_that_another_value_holds_go(string resources, string expected) =>
        Mend.Safely(Statement($"'Action':'s3:GetObject','Resource':[{resources}]")).Should().Be(Statement($"'Action':'s3:GetObject','Resource':[{expected}]"));

    // Only "*" itself allows what knows no resources; a variable without value may void the statement; case counts.
    [TestCase("'arn:aws:s3:::*','*x'")]
    [TestCase("'arn:aws:s3:::b/*','arn:aws:s3:::B/x'")]
    [TestCase("'arn:aws:s3:::b/*','arn:aws:s3:::b/${aws:username}'")]
    public void Resources_that_are_not_surely_held_stay(string resources) => Stays($"'Action':'s3:GetObject','Resource':[{resources}]");

    [Test]
    public void Star_stays_beside_a_pattern_of_every_ARN() =>
        Mend.Safely(Statement("'Action':'s3:ListAllMyBuckets','Resource':['arn:aws:s3:::*','*']")).Should().Be(Statement("'Action':'s3:ListAllMyBuckets','Resource':['*']"));

    [Test]
    public void Of_NotResource_only_what_is_repeated_goes() =>
        Mend.Safely(Statement("'Action':'s3:GetObject','NotResource':['arn:aws:s3:::b/*','arn:aws:s3:::b/x','arn:aws:s3:::b/x']"))
            .Should().Be(Statement("'Action':'s3:GetObject','NotResource':['arn:aws:s3:::b/*','arn:aws:s3:::b/x']"));

    [Test]
    public void Actions_are_written_as_AWS_does() =>
        Mend.Safely(Statement("'Action':['SageMaker:describeendpoint','s3:Get*'],'Resource':'*'")).Should().Be(Statement("'Action':['sagemaker:DescribeEndpoint','s3:Get*'],'Resource':'*'"));

    [TestCase("'Effect':'Allow','Action':['s3:B','s3:A'],'Resource':'*'")]
    [TestCase("'Sid':'Other','Resource':['*'],'Effect':'Allow','Action':['s3:a','s3:b']")]
    public void A_statement_that_repeats_another_goes(string repeated) =>
        Mend.Safely(Mend.Policy($"{{'Sid':'One','Effect':'Allow','Action':['s3:A','s3:B'],'Resource':'*'}},{{{repeated}}}"))
            .Should().Be(Mend.Policy("{'Sid':'One','Effect':'Allow','Action':['s3:A','s3:B'],'Resource':'*'}"));

    [TestCase("'Effect':'Deny','Action':'s3:A','Resource':'*'")]
    [TestCase("'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}")]
    [TestCase("'Effect':'Allow','NotAction':'s3:A','Resource':'*'")]
    [TestCase("'Effect':'Allow','Action':'s3:A','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':{}}}")]
    public void A_statement_that_differs_stays(string other)
    {
        string policy = Mend.Policy($"{{'Effect':'Allow','Action':'s3:A','Resource':'*'}},{{{other}}}");

        Mend.Safely(policy).Should().Be(policy);
    }

    [Test]
    public void A_missing_Version_is_written() =>
        Mend.Safely("{'Statement':{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/x'}}")
            .Should().Be("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/x'}}");

    [Test]
    public void The_old_Version_is_replaced() =>
        Mend.Safely(Mend.Policy("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/x'}").Replace("2012", "2008", StringComparison.Ordinal))
            .Should().Be(Mend.Policy("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/x'}"));

    [TestCase("arn:aws:s3:::b/${aws:username}")]
    [TestCase("arn:aws:s3:::b/\\u0024{aws:username}")]
    public void A_Version_that_would_make_variables_is_for_somebody_to_decide(string resource)
    {
        string policy = $"{{'Statement':{{'Effect':'Allow','Action':'s3:GetObject','Resource':'{resource}'}}}}";

        FixResult safe = Mend.Run(policy, FixOptions.Default);
        safe.IsChanged.Should().BeFalse();
        safe.Left.Should().Contain(fix => fix.Name == "version-missing-or-old" && fix.AllowsMore);
        Mend.Unsafely(policy).Should().Be(policy);
        Mend.Unsafely(policy, "PL4001").Should().StartWith("{'Version':'2012-10-17',");
    }

    [Test]
    public void A_value_that_is_not_known_before_deployment_stays()
    {
        PolicyDocument policy = PolicyDocument.Parse(Statement("'Action':['s3:\uFFFF','s3:\uFFFF','s3:*'],'Resource':'*'").Replace('\'', '"'));

        PolicyFixer.Default.Fix(policy).IsChanged.Should().BeFalse();
    }

    [Test]
    public void A_finding_of_a_rule_is_fixable_when_a_fix_is_for_it()
    {
        LintResult result = PolicyLinter.Default.Lint("""{"Statement":{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"},}""");

        PolicyFixer.Default.Propose(result).SelectMany(fix => fix.Findings).Select(finding => finding.Rule.Id)
            .Should().BeEquivalentTo("PL0015", "PL3002", "PL4001");
    }

    [Test]
    public void Every_finding_that_one_fix_mends_is_fixable()
    {
        LintResult result = PolicyLinter.Default.Lint(Statement("'Action':['s3:GetObject','s3:getobject','ec2:RunInstances','ec2:Run*'],'Resource':'arn:aws:s3:::b/*'").Replace('\'', '"'));

        Finding[] redundant = [.. result.Findings.Where(finding => finding.Rule.Name == "redundant-action")];
        redundant.Should().HaveCount(2);
        PolicyFixer.Default.Propose(result).Single(fix => fix.Name == "redundant-action").Findings.Should().Equal(redundant);
    }

    private static void Stays(string elements) => Mend.Safely(Statement(elements)).Should().Be(Statement(elements));

    private static string Statement(string elements) => Mend.Policy($"{{'Effect':'Allow',{elements}}}");
}
