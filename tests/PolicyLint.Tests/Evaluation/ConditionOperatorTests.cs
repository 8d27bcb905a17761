using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation;

/// <summary>
/// Each operator with values of its type. The cases follow from
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.
/// </summary>
public sealed class ConditionOperatorTests
{
    [TestCase("StringEquals", "'blue'", "blue", true)]
    [TestCase("StringEquals", "'blue'", "Blue", false)]
    [TestCase("StringEquals", "['red', 'blue']", "blue", true)]
    [TestCase("StringEquals", "'b*'", "blue", false)]
    [TestCase("StringEquals", "'b*'", "b*", true)]
    [TestCase("StringNotEquals", "'blue'", "Blue", true)]
    [TestCase("StringNotEquals", "['red', 'blue']", "blue", false)]
    [TestCase("StringEqualsIgnoreCase", "'blue'", "BLUE", true)]
    [TestCase("StringEqualsIgnoreCase", "'b*'", "BLUE", false)]
    [TestCase("StringNotEqualsIgnoreCase", "'blue'", "BLUE", false)]
    [TestCase("StringLike", "'b?u*'", "blueish", true)]
    [TestCase("StringLike", "'b?u*'", "bue", false)]
    [TestCase("StringLike", "'B*'", "blue", false)]
    [TestCase("StringNotLike", "'b*'", "blue", false)]
    [TestCase("StringNotLike", "'b*'", "red", true)]
    [TestCase("stringlike", "'b*'", "blue", true)]
    public void Strings(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("NumericEquals", "10", "10.0", true)]
    [TestCase("NumericEquals", "'1e3'", "1000", true)]
    [TestCase("NumericNotEquals", "['10', '20']", "20", false)]
    [TestCase("NumericNotEquals", "'10'", "11", true)]
    [TestCase("NumericLessThan", "'10'", "9.99", true)]
    [TestCase("NumericLessThan", "'10'", "10", false)]
    [TestCase("NumericLessThanEquals", "'10'", "10", true)]
    [TestCase("NumericLessThanEquals", "'-10'", "-9", false)]
    [TestCase("NumericGreaterThan", "'10'", "10", false)]
    [TestCase("NumericGreaterThan", "'10'", "11", true)]
    [TestCase("NumericGreaterThanEquals", "'10'", "10", true)]
    [TestCase("NumericGreaterThanEquals", "['10', '5']", "7", true)]
    public void Numbers(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("DateEquals", "'2026-01-01T00:00:00Z'", "2026-01-01", true)]
    [TestCase("DateEquals", "'2026-01-01T01:00:00+01:00'", "2026-01-01T00:00Z", true)]
    [TestCase("DateEquals", "'2026'", "2026-01", true)]
    [TestCase("DateEquals", "'1767225600'", "2026-01-01T00:00:00Z", true)]
    [TestCase("DateEquals", "'2026-01-01'", "1767225600000", true)]
    [TestCase("DateNotEquals", "'2026-01-01'", "2026-01-02", true)]
    [TestCase("DateNotEquals", "'2026-01-01'", "2026-01-01T00:00:00.000Z", false)]
    [TestCase("DateLessThan", "'2026-01-01'", "2025-12-31T23:59:59.5Z", true)]
    [TestCase("DateLessThan", "'2026-01-01'", "2026-01-01", false)]
    [TestCase("DateLessThanEquals", "'2026-01-01'", "2026-01-01", true)]
    [TestCase("DateGreaterThan", "'2026-01-01'", "2026-01-01T00:00:01Z", true)]
    [TestCase("DateGreaterThan", "'2026-01-01'", "2026-01-01", false)]
    [TestCase("DateGreaterThanEquals", "'2026-01-01'", "2026-01-01", true)]
    public void Dates(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("Bool", "'true'", "true", true)]
    [TestCase("Bool", "true", "TRUE", true)]
    [TestCase("Bool", "'false'", "true", false)]
    [TestCase("Bool", "['true', 'false']", "false", true)]
    [TestCase("BinaryEquals", "'QmluYXJ5'", "QmluYXJ5", true)]
    [TestCase("BinaryEquals", "'QmluYXJ5'", "qmluYXJ5", false)]
    public void Booleans_and_bytes(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("IpAddress", "'203.0.113.0/24'", "203.0.113.255", true)]
    [TestCase("IpAddress", "'203.0.113.0/24'", "203.0.114.0", false)]
    [TestCase("IpAddress", "'203.0.113.7'", "203.0.113.7", true)]
    [TestCase("IpAddress", "'0.0.0.0/0'", "8.8.8.8", true)]
    [TestCase("IpAddress", "['10.0.0.0/8', '2001:db8::/32']", "2001:db8:1::5", true)]
    [TestCase("IpAddress", "'2001:db8::/32'", "2001:db9::5", false)]
    [TestCase("IpAddress", "'2001:DB8:0:0:0:0:0:1'", "2001:db8::1", true)]
    [TestCase("IpAddress", "'0.0.0.0/0'", "2001:db8::1", false)]
    [TestCase("NotIpAddress", "'203.0.113.0/24'", "203.0.113.9", false)]
    [TestCase("NotIpAddress", "'203.0.113.0/24'", "198.51.100.1", true)]
    [TestCase("NotIpAddress", "'203.0.113.0/24'", "2001:db8::1", true)]
    public void Addresses(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("ArnEquals", "'arn:aws:sns:eu-west-1:111122223333:*'", "arn:aws:sns:eu-west-1:111122223333:t", true)]
    [TestCase("ArnLike", "'arn:aws:sns:*:111122223333:t?p*'", "arn:aws:sns:eu-west-1:111122223333:topic", true)]
    [TestCase("ArnLike", "'arn:aws:sns:*:t'", "arn:aws:sns:eu-west-1:111122223333:t", false)]
    [TestCase("ArnLike", "'arn:aws:iam::111122223333:role/*'", "arn:aws:iam::111122223333:role/a/b", true)]
    [TestCase("ArnLike", "'arn:aws:s3:::*'", "arn:aws:s3:eu-west-1::b", false)]
    [TestCase("ArnLike", "'*'", "arn:aws:s3:::b", true)]
    [TestCase("ArnNotEquals", "'arn:aws:s3:::b'", "arn:aws:s3:::c", true)]
    [TestCase("ArnNotLike", "'arn:aws:s3:::b*'", "arn:aws:s3:::bc", false)]
    public void Arns(string name, string values, string given, bool holds) => Check(name, values, given, holds);

    [TestCase("NumericEquals", "'10'", "ten")]
    [TestCase("NumericNotEquals", "'10'", "ten")]
    [TestCase("NumericNotEquals", "'ten'", "10")]
    [TestCase("DateNotEquals", "'2026-01-01'", "yesterday")]
    [TestCase("NotIpAddress", "'203.0.113.0/24'", "host.example")]
    [TestCase("NotIpAddress", "'203.0.113.0/33'", "203.0.113.9")]
    [TestCase("ArnNotLike", "'arn:aws:s3:::b'", "b")]
    [TestCase("Bool", "'yes'", "yes")]
    [TestCase("BinaryEquals", "'not base64'", "not base64")]
    public void What_cannot_be_compared_neither_matches_nor_differs(string name, string values, string given) => Check(name, values, given, holds: false);

    [Test]
    public void An_operator_that_IAM_does_not_know_holds_never() => Check("StringMatches", "'a'", "a", holds: false);

    [Test]
    public void All_operators_and_all_keys_must_hold()
    {
        RequestContext context = RequestContext.Empty.With("test:a", "1").With("test:b", "2");

        Ask.Holds("'StringEquals': {'test:a': '1', 'test:b': '2'}", context).Should().BeTrue();
        Ask.Holds("'StringEquals': {'test:a': '1', 'test:b': '3'}", context).Should().BeFalse();
        Ask.Holds("'StringEquals': {'test:a': '1'}, 'StringLike': {'test:b': '3'}", context).Should().BeFalse();
    }

    [Test]
    public void Keys_are_found_in_any_case() =>
        Ask.Holds("'StringEquals': {'AWS:sourcevpc': 'vpc-1'}", RequestContext.Empty.With("aws:SourceVpc", "vpc-1")).Should().BeTrue();

    private static void Check(string name, string values, string given, bool holds) =>
        Ask.Holds($"'{name}': {{'test:key': {values}}}", RequestContext.Empty.With("test:key", given)).Should().Be(holds);
}
