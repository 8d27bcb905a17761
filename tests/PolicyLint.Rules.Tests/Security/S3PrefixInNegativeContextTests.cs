using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class S3PrefixInNegativeContextTests : RuleTest<S3PrefixInNegativeContext>
{
    private const string List = "\"s3:ListBucket\"";

    [TestCase("Deny", "StringLike")]
    [TestCase("Deny", "StringEqualsIfExists")]
    [TestCase("Allow", "StringNotLike")]
    public void Listing_is_not_kept_back(string effect, string name) => Finds(
        OneStatement.With($$"""{ "{{name}}": { [|"s3:prefix"|]: "private/*" } }""", List, effect),
        "A request with a shorter `s3:prefix` than this lists the objects all the same", risk: SecuritySeverity.Medium);

    [TestCase("Allow", "StringLike")]
    [TestCase("Deny", "StringNotLike")]
    [TestCase("Deny", "Null")]
    public void The_other_way_round_is_clean(string effect, string name) => Clean(OneStatement.With($$"""{ "{{name}}": { "s3:prefix": "true" } }""", List, effect));

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.S3PrefixInNegativeContext,
        OneStatement.Of("\"*\"", """{ "StringEquals": { [|"s3:prefix"|]: "private/" } }""", List, "Deny"), PolicyType.Resource);

    [Test]
    public void The_service_is_silent_about_an_Allow() => FindsNoCode(OneStatement.With("""{ "StringLike": { "s3:prefix": "public/*" } }""", List));
}
