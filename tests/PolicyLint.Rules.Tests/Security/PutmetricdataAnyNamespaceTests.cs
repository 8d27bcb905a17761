using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PutmetricdataAnyNamespaceTests : RuleTest<PutmetricdataAnyNamespace>
{
    [Test]
    public void Every_namespace_is_a_suggestion() => Finds(Policy("""
        "Action": [|"cloudwatch:PutMetricData"|], "Resource": "*"
        """), "`PutMetricData` lets the caller write metrics of every namespace: nothing asks for `cloudwatch:namespace`", severity: Severity.Suggestion);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "cloudwatch:PutMetricData" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "cloudwatch:PutMetricData", "Resource": "*", "Condition": { "StringLike": { "cloudwatch:namespace": ["/aws/sagemaker/*", "aws/sagemaker/*"] } } """)]
    [TestCase(""" "Action": "cloudwatch:GetMetricData", "Resource": "*" """)]
    public void A_namespace_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*" },
            { "Effect": "Deny", "Action": "cloudwatch:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "cloudwatch:PutMetricData", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
