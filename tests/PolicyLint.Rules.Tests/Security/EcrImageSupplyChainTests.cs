using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class EcrImageSupplyChainTests : RuleTest<EcrImageSupplyChain>
{
    [Test]
    public void Pushing_everywhere_is_high() => Finds(Policy("""
        "Action": ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", [|"ecr:PutImage"|]], "Resource": (|"*"|)
        """), "`PutImage` and `UploadLayerPart` let the caller replace the images that jobs and endpoints run in every repository", risk: SecuritySeverity.High);

    [Test]
    public void Sharing_everywhere_is_high() => Finds(Policy("""
        "Action": [|"ecr:SetRepositoryPolicy"|], "Resource": "arn:aws:ecr:*:*:repository/*"
        """), "`SetRepositoryPolicy` lets the caller give the images to other accounts in every repository", risk: SecuritySeverity.High);

    [Test]
    public void Deleting_everywhere_is_medium() => Finds(Policy("""
        "Action": [|"ecr:BatchDeleteImage"|], "Resource": "*"
        """), "`BatchDeleteImage` lets the caller delete the images that jobs and endpoints run in every repository", risk: SecuritySeverity.Medium);

    [Test]
    public void A_word_in_the_name_is_medium() => Finds(Policy("""
        "Action": [|"ecr:PutImage"|], "Resource": (|"arn:aws:ecr:*:*:repository/*sagemaker*"|)
        """), "`PutImage` lets the caller replace the images that jobs and endpoints run in every repository that has the word in its name", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "ecr:PutImage" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "ecr:PutImage", "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud-train" """)]
    [TestCase(""" "Action": "ecr:PutImage", "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud-*" """)]
    [TestCase(""" "Action": ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"], "Resource": "*" """)]
    [TestCase(""" "Action": "ecr:PutImage", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } """)]
    public void A_repository_by_name_is_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "ecr:PutImage", "Resource": "*" },
            { "Effect": "Deny", "Action": "ecr:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_repository_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "ecr:PutImage", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "ecr:PutImage", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
