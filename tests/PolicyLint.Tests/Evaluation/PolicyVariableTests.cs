using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;

namespace PolicyLint.Tests.Evaluation;

/// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html</summary>
public sealed class PolicyVariableTests
{
    private const string Home = "arn:aws:s3:::home";

    [TestCase("ann", Allowed)]
    [TestCase("bob", ImplicitlyDenied)]
    [TestCase("${aws:username}", ImplicitlyDenied)]
    public void A_variable_stands_for_the_value_of_its_key(string folder, AccessDecision decision) =>
        Resource($"{Home}/${{AWS:UserName}}/*", $"{Home}/{folder}/x").Should().Be(decision);

    [Test]
    public void A_value_stands_for_itself_and_is_no_pattern()
    {
        RequestContext star = RequestContext.Empty.With("aws:username", "*");

        Resource($"{Home}/${{aws:username}}/x", $"{Home}/ann/x", star).Should().Be(ImplicitlyDenied);
        Ask.Holds("'StringLike': {'s3:prefix': '${aws:username}'}", star.With("s3:prefix", "*")).Should().BeTrue();
        Ask.Holds("'StringLike': {'s3:prefix': '${aws:username}'}", star.With("s3:prefix", "ann")).Should().BeFalse();
    }

    [TestCase("${aws:PrincipalTag/team, 'shared'}", "shared", true)]
    [TestCase("${aws:PrincipalTag/team,'shared'}", "shared", true)]
    [TestCase("${aws:PrincipalTag/team, 'it''s'}", "it's", true)]
    [TestCase("${aws:PrincipalTag/team, 'a}b:c'}", "a}b:c", true)]
    [TestCase("${aws:PrincipalTag/team, shared}", "shared", false)]
    [TestCase("${aws:PrincipalTag/team}", "shared", false)]
    [TestCase("${aws:PrincipalTag/team}", "", false)]
    public void A_default_stands_in_for_a_missing_value(string written, string given, bool holds)
    {
        // In JSON an apostrophe may be written \u0027; Ask would take a plain one for a quotation mark.
        Ask.Holds($"'StringEquals': {{'s3:prefix': '{written.Replace("'", "\\u0027", StringComparison.Ordinal)}'}}", RequestContext.Empty.With("s3:prefix", given))
            .Should().Be(holds);
    }

    [TestCase("${*}", "*", true)]
    [TestCase("${*}", "a", false)]
    [TestCase("a${?}", "a?", true)]
    [TestCase("a${?}", "ab", false)]
    [TestCase("${$}{x}", "${x}", true)]
    public void Special_characters_are_written_as_variables(string written, string given, bool holds) =>
        Ask.Holds($"'StringLike': {{'s3:prefix': '{written}'}}", RequestContext.Empty.With("s3:prefix", given)).Should().Be(holds);

    [Test]
    public void A_missing_value_makes_no_statement_apply()
    {
        const string Key = "${aws:PrincipalTag/team}";
        RequestContext context = RequestContext.Empty.With("s3:prefix", "a");

        Ask.Holds($"'StringEquals': {{'s3:prefix': '{Key}'}}", context).Should().BeFalse();
        Ask.Holds($"'StringNotEquals': {{'s3:prefix': '{Key}'}}", context).Should().BeFalse();
        Ask.Holds($"'StringEquals': {{'s3:prefix': ['{Key}', 'a']}}", context).Should().BeTrue();
        Ask.Decide(new() { Identity = [Ask.Policy($"{{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:s3:::{Key}/*'}}")] })
            .Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void A_key_with_several_values_is_no_variable() =>
        Ask.Holds("'StringEquals': {'s3:prefix': '${test:many}'}", RequestContext.Empty.With("test:many", "a", "b").With("s3:prefix", "a"))
            .Should().BeFalse();

    [TestCase("2008-10-17", "${aws:username}", true)]
    [TestCase("2008-10-17", "ann", false)]
    [TestCase("2012-10-17", "ann", true)]
    [TestCase("2012-10-17", "${aws:username}", false)]
    public void Only_the_newer_version_has_variables(string version, string given, bool holds)
    {
        RequestContext context = RequestContext.Empty.With("aws:username", "ann").With("s3:prefix", given);

        Ask.Holds("'StringEquals': {'s3:prefix': '${aws:username}'}", context, version).Should().Be(holds);
        Ask.Holds("'StringLike': {'s3:prefix': '${aws:username}*'}", context, version).Should().Be(holds);
    }

    [Test]
    public void Variables_work_in_conditions_on_ARNs_and_numbers()
    {
        RequestContext context = RequestContext.Empty.With("aws:username", "ann").With("test:n", "5").With("test:arn", Ask.User);

        Ask.Holds($"'ArnEquals': {{'test:arn': 'arn:aws:iam::{Ask.Account}:user/${{aws:username}}'}}", context).Should().BeTrue();
        Ask.Holds("'NumericEquals': {'test:n': '${test:n}'}", context).Should().BeTrue();
    }

    private static AccessDecision Resource(string written, string asked, RequestContext? context = null) =>
        Ask.Decide(new() { Identity = [Ask.Policy(Ask.Allow("s3:*", written))] }, resource: asked, context: context);
}
