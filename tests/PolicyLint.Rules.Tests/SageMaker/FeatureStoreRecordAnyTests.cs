using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class FeatureStoreRecordAnyTests : RuleTest<FeatureStoreRecordAny>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:PutRecord", "arn:aws:sagemaker:*:*:feature-group/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`PutRecord` lets the caller change what any team's models decide by", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:PutRecord", "arn:aws:sagemaker:eu-west-1:111122223333:feature-group/fraud" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:PutRecord\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:PutRecord\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:PutRecord\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("sagemaker:DeleteRecord")]
    [TestCase("sagemaker:BatchWriteRecord")]
    public void Each_write_is_reported(string action) => Finds(OpenAccess.Document($"[|\"{action}\"|]", "\"*\""), risk: SecuritySeverity.Medium);

    [TestCase("GetRecord")]
    [TestCase("BatchGetRecord")]
    [TestCase("ListRecords")]
    public void A_read_is_a_low_risk(string action) =>
        Finds(OpenAccess.Document($"[|\"sagemaker:{action}\"|]", "\"*\""), $"`{action}` lets the caller read the features of every team", risk: SecuritySeverity.Low);

    [TestCase("sagemaker:List*")]
    [TestCase("sagemaker:Describe*")]
    public void Wildcards_that_ask_for_names_are_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));

    [Test]
    public void Reads_and_writes_are_one_finding_at_the_write() => Finds(
        OpenAccess.Document("[\"sagemaker:GetRecord\", [|\"sagemaker:PutRecord\"|]]", "\"*\""),
        "`PutRecord` and `GetRecord` let the caller change what any team's models decide by");
}
