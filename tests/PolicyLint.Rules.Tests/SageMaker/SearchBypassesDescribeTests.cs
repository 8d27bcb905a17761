using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class SearchBypassesDescribeTests : RuleTest<SearchBypassesDescribe>
{
    private const string OwnJobs = """{ "Effect": "Allow", "Action": (|"sagemaker:DescribeTrainingJob"|), "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*" }""";

    [TestCase("sagemaker:Search")]
    [TestCase("SAGEMAKER:search")]
    [TestCase("sagemaker:Searc?")]
    [TestCase("sagemaker:Sear**h")]
    public void However_it_is_spelled_it_is_reported(string action) => Finds(
        Document($"[|\"{action}\"|]", OwnJobs), "`Search` shows every resource of the account, those too that `DescribeTrainingJob` is kept from here", risk: SecuritySeverity.Medium);

    [TestCase("StringEqualsIfExists", "sagemaker:SearchVisibilityCondition/Tags.team/EqualsIfExists", "fraud")]
    [TestCase("StringLike", "sagemaker:SearchVisibilityCondition/Tags.team/EqualsIfExists", "*")]
    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1")]
    public void Conditions_that_filter_nothing_do_not_clear_it(string comparison, string key, string value) =>
        Finds(Document("[|\"sagemaker:Search\"|]", OwnJobs, $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Medium);

    [Test]
    public void A_condition_on_the_network_makes_it_low() =>
        Finds(Document("[|\"sagemaker:Search\"|]", OwnJobs, """{ "StringEquals": { "aws:SourceVpc": "vpc-11112222" } }"""), risk: SecuritySeverity.Low);

    [Test]
    public void A_filter_clears_it() => Clean(Document(
        "\"sagemaker:Search\"", Unmarked(OwnJobs), """{ "StringEquals": { "sagemaker:SearchVisibilityCondition/Tags.team/EqualsIfExists": "fraud" } }"""));

    [TestCase("""{ "Effect": "Allow", "Action": (|"sagemaker:Describe*"|), "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } }""")]
    [TestCase("""{ "Effect": "Allow", "Action": "sagemaker:Describe*", "Resource": "*" }, { "Effect": "Deny", "Action": (|"sagemaker:DescribeModel"|), "Resource": "*" }""")]
    public void A_tag_and_a_Deny_keep_from_describing_too(string statements) => Finds(Document("[|\"sagemaker:Search\"|]", statements));

    [TestCase("""{ "Effect": "Allow", "Action": "sagemaker:Describe*", "Resource": "*" }""")]
    [TestCase("""{ "Effect": "Allow", "Action": "sagemaker:DescribeModel", "Resource": "arn:aws:sagemaker:*:*:model/*" }""")]
    [TestCase("""{ "Effect": "Allow", "Action": "sagemaker:DescribeModel", "Resource": "*" }, { "Effect": "Allow", "Action": "sagemaker:DescribeModel", "Resource": "arn:aws:sagemaker:*:*:model/fraud-*" }""")]
    [TestCase("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }""")]
    public void Where_nothing_is_kept_it_is_clean(string statements) => Clean(Document("\"sagemaker:Search\"", statements));

    [Test]
    public void Search_on_an_ARN_never_works_and_is_clean() =>
        Clean(OpenAccess.Wrap($"{OpenAccess.Allow("\"sagemaker:Search\"", "\"arn:aws:sagemaker:*:*:*\"")}, {Unmarked(OwnJobs)}"));

    [Test]
    public void A_denied_search_is_clean() => Clean(OpenAccess.Wrap($$"""{ "Effect": "Deny", "Action": "sagemaker:Search", "Resource": "*" }, {{Unmarked(OwnJobs)}}"""));

    [Test]
    public void An_SCP_is_clean() => Clean(Document("\"sagemaker:Search\"", Unmarked(OwnJobs)), PolicyType.Scp);

    private static string Document(string search, string more, string? condition = null) => OpenAccess.Wrap($"{OpenAccess.Allow(search, "\"*\"", condition)}, {more}");

    private static string Unmarked(string json) => json.Replace("(|", "", StringComparison.Ordinal).Replace("|)", "", StringComparison.Ordinal);
}
