using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class SsmSessionAnyTests : RuleTest<SsmSessionAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "ssm:StartSession", "arn:aws:ec2:*:*:instance/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`StartSession` lets the caller open a shell on every machine: instances, cluster nodes, endpoint containers", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "ssm:StartSession", "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234def567890" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"ssm:StartSession\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"ssm:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"ssm:StartSession\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringEquals", "ssm:resourceTag/team", "fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"ssm:StartSession\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("Bool", "ssm:SessionDocumentAccessCheck", "true")]
    [TestCase("IpAddress", "aws:SourceIp", "192.0.2.0/24")]
    public void A_condition_on_how_makes_it_low(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"ssm:StartSession\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);

    [TestCase("arn:aws:ssm:*:*:managed-instance/*")]
    [TestCase("arn:aws:ecs:*:*:task/*")]
    public void Every_machine_of_one_kind_is_reported(string resource) => Finds(OpenAccess.Document("[|\"ssm:StartSession\"|]", $"\"{resource}\""));

    [Test]
    public void Documents_alone_are_clean() => Clean(OpenAccess.Document("\"ssm:StartSession\"", "\"arn:aws:ssm:*:*:document/*\""));
}
