using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation;

/// <summary>Keys that are absent, have several values, or none.</summary>
public sealed class ConditionKeyTests
{
    private const string Key = "test:key";

    [TestCase("StringEquals", "'a'", false)]
    [TestCase("StringLike", "'*'", false)]
    [TestCase("ArnLike", "'*'", false)]
    [TestCase("Bool", "'false'", false)]
    [TestCase("StringNotEquals", "'a'", true)]
    [TestCase("NotIpAddress", "'10.0.0.0/8'", true)]
    [TestCase("StringEqualsIfExists", "'a'", true)]
    [TestCase("StringNotEqualsIfExists", "'a'", true)]
    [TestCase("ForAllValues:StringEquals", "'a'", true)]
    [TestCase("ForAllValues:StringNotEquals", "'a'", true)]
    [TestCase("ForAnyValue:StringEquals", "'a'", false)]
    [TestCase("ForAnyValue:StringNotEquals", "'a'", false)]
    [TestCase("ForAnyValue:StringEqualsIfExists", "'a'", true)]
    [TestCase("Null", "'true'", true)]
    [TestCase("Null", "'false'", false)]
    [TestCase("Null", "['false', 'true']", true)]
    [TestCase("ForAnyValue:Null", "'true'", true)]
    public void Without_the_key(string name, string values, bool holds) => Check(name, values, RequestContext.Empty, holds);

    [TestCase("StringEqualsIfExists", "'a'", "a", true)]
    [TestCase("StringEqualsIfExists", "'a'", "b", false)]
    [TestCase("Null", "'true'", "a", false)]
    [TestCase("Null", "'false'", "a", true)]
    [TestCase("Null", "false", "", true)]
    public void With_one_value(string name, string values, string given, bool holds) =>
        Check(name, values, RequestContext.Empty.With(Key, given), holds);

    [TestCase("ForAllValues:StringEquals", "['a', 'b', 'c']", true)]
    [TestCase("ForAllValues:StringEquals", "['a', 'c']", false)]
    [TestCase("ForAllValues:StringNotEquals", "['c', 'd']", true)]
    [TestCase("ForAllValues:StringNotEquals", "'b'", false)]
    [TestCase("ForAnyValue:StringEquals", "['b', 'z']", true)]
    [TestCase("ForAnyValue:StringEquals", "'z'", false)]
    [TestCase("ForAnyValue:StringNotEquals", "'a'", true)]
    [TestCase("ForAnyValue:StringNotEquals", "['a', 'b']", false)]
    [TestCase("ForAllValues:StringLikeIfExists", "['a*', 'b*']", true)]
    [TestCase("StringEquals", "'b'", true)]
    [TestCase("StringNotEquals", "'b'", false)]
    public void With_the_values_a_and_b(string name, string values, bool holds) =>
        Check(name, values, RequestContext.Empty.With(Key, "a", "b"), holds);

    [TestCase("ForAllValues:StringEquals", true)]
    [TestCase("ForAnyValue:StringEquals", false)]
    [TestCase("ForAnyValue:StringNotEquals", false)]
    public void An_empty_set_of_values(string name, bool holds)
    {
        Check(name, "'a'", RequestContext.Empty.With(Key), holds);
        Check(name, "'a'", RequestContext.Empty.With(Key, ""), holds);
    }

    [Test]
    public void An_empty_text_is_a_value_like_others() =>
        Check("StringEquals", "['', 'home/']", RequestContext.Empty.With(Key, ""), holds: true);

    [Test]
    public void A_key_given_again_has_only_the_new_values()
    {
        RequestContext context = RequestContext.Empty.With(Key, "a").With("TEST:KEY", "b");

        Check("StringEquals", "'a'", context, holds: false);
        Check("StringEquals", "'b'", context, holds: true);
        Check("Null", "'true'", context.Without(Key), holds: true);
    }

    private static void Check(string name, string values, RequestContext context, bool holds) =>
        Ask.Holds($"'{name}': {{'{Key}': {values}}}", context).Should().Be(holds);
}
