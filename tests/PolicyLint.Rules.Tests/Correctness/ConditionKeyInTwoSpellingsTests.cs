using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionKeyInTwoSpellingsTests : RuleTest<ConditionKeyInTwoSpellings>
{
    [Test]
    public void Another_case_is_the_same_key() => Finds(
        OneStatement.With("""{ "StringEquals": { (|"aws:SourceVpc"|): "vpc-0a1b2c3d", [|"aws:sourcevpc"|]: "vpc-4e5f6a7b", [|"AWS:SourceVpc"|]: "vpc-8c9d0e1f" } }"""),
        ["`aws:sourcevpc` is the same key as `aws:SourceVpc`: case does not count", "`AWS:SourceVpc` is the same key as `aws:SourceVpc`: case does not count"]);

    [Test]
    public void Keys_of_different_operators_are_clean() => Clean(
        OneStatement.With("""{ "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:SourceVpce": "vpce-0a1b2c3d" }, "StringLike": { "aws:sourcevpc": "vpc-*" } }"""));

    [Test]
    public void One_spelling_twice_is_left_to_the_grammar() => Clean(
        OneStatement.With("""{ "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:SourceVpc": "vpc-4e5f6a7b" } }"""), problems: "PL0101");

    [Test]
    public void The_service_reports_both() => FindsCode(IssueCodes.DuplicateKeysWithDifferentCase,
        OneStatement.With("""{ "StringEquals": { [|"aws:SourceVpc"|]: "vpc-0a1b2c3d", [|"aws:sourcevpc"|]: "vpc-4e5f6a7b" } }"""));

    [Test]
    public void The_service_is_silent_about_different_keys() => FindsNoCode(OneStatement.With("""{ "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:SourceVpce": "vpce-0a1b2c3d" } }"""));
}
