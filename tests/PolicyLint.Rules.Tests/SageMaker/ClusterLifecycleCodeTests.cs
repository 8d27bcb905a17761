using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class ClusterLifecycleCodeTests : RuleTest<ClusterLifecycleCode>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:UpdateCluster", "arn:aws:sagemaker:*:*:cluster/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`UpdateCluster` lets the caller start nodes of every cluster, which run scripts from S3 as root", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:UpdateCluster", "arn:aws:sagemaker:eu-west-1:111122223333:cluster/abc123def456" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:UpdateCluster\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:UpdateCluster\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:UpdateCluster\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("sagemaker:CreateCluster")]
    [TestCase("sagemaker:UpdateClusterSoftware")]
    [TestCase("sagemaker:BatchAddClusterNodes")]
    public void Each_way_to_start_nodes_is_reported(string action) => Finds(OpenAccess.Document($"[|\"{action}\"|]", "\"*\""));

    [TestCase("s3:PutObject", "*")]
    [TestCase("s3:Put*", "arn:aws:s3:::sagemaker-*/*")]
    [TestCase("s3:PutObject", "arn:aws:s3:::sagemaker-fraud/scripts/*")]
    [TestCase("s3:*", "arn:aws:s3:::*/*")]
    public void Who_writes_the_scripts_owns_the_cluster(string action, string bucket) => Finds(
        OpenAccess.Wrap($"{OpenAccess.Allow("[|\"sagemaker:UpdateCluster\"|]", "\"*\"")}, {OpenAccess.Allow($"\"{action}\"", $"\"{bucket}\"")}"),
        "`UpdateCluster` lets the caller start nodes of every cluster, whose scripts, run as root, it can write to S3");

    [Test]
    public void Writing_elsewhere_only_is_clean() => Clean(OpenAccess.Wrap(
        $"{OpenAccess.Allow("\"sagemaker:UpdateCluster\"", "\"*\"")}, {OpenAccess.Allow("\"s3:PutObject\"", "\"arn:aws:s3:::fraud-results/*\"")}"));
}
