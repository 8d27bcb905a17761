using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class TagDenyDoesNotCoverListsTests : RuleTest<TagDenyDoesNotCoverLists>
{
    private static string Denied(string allowed, string denied, string condition) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": {{allowed}}, "Resource": "*" },
            { "Effect": "Deny", "Action": (|"{{denied}}"|), "Resource": "*", "Condition": {{condition}} }
          ]
        }
        """;

    [Test]
    public void Lists_escape_a_Deny_by_tag() => Finds(
        Denied("\"sagemaker:*\"", "sagemaker:ListT*", """{ "StringEquals": { [|"aws:ResourceTag/Project"|]: "B" } }"""),
        "This Deny misses 5 actions of `sagemaker:ListT*`, for their requests have no tag of a resource: `sagemaker:ListTrainingJobs`, `sagemaker:ListTrainingPlans`, `sagemaker:ListTransformJobs` and 2 more",
        risk: SecuritySeverity.Medium);

    [Test]
    public void What_nobody_allows_here_is_a_suggestion() => Finds(Denied("\"s3:GetObject\"", "sagemaker:*", """{ "StringEquals": { [|"sagemaker:ResourceTag/Project"|]: "B" } }"""), risk: SecuritySeverity.None);

    [Test]
    public void A_Deny_that_holds_without_the_tag_is_clean() => Clean(
        OneStatement.With("""{ "StringNotEquals": { "aws:ResourceTag/Project": "A" } }""", "\"sagemaker:*\"", "Deny"));

    [Test]
    public void Named_actions_and_an_Allow_are_clean()
    {
        Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/Project": "B" } }""", """["sagemaker:DescribeEndpoint", "sagemaker:ListEndpoints"]""", "Deny"));
        Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/Project": "A" } }""", "\"sagemaker:*\""));
    }

    [Test]
    public void An_SCP_is_left_alone() => Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/Project": "B" } }""", "\"sagemaker:*\"", "Deny"), PolicyType.Scp);
}
