using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ConditionValueOfOtherTypeTests : RuleTest<ConditionValueOfOtherType>
{
    [Test]
    public void Each_family_reads_its_own_values() => Finds(
        OneStatement.With("""
            {
              "Bool": { "aws:SecureTransport": [|"yes"|] },
              "Null": { "aws:TagKeys": [|"no"|] },
              "NumericLessThan": { "aws:MultiFactorAuthAge": [|"an hour"|] },
              "DateLessThan": { "aws:CurrentTime": [|"1 May 2026"|] },
              "BinaryEquals": { "kms:EncryptionContext:a": [|"not base64!"|] },
              "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", [|"203.0.113.*"|]] }
            }
            """),
        [
            "`Bool` takes `true` or `false`, and `yes` is none",
            "`Null` takes `true` or `false`, and `no` is none",
            "`NumericLessThan` takes a number, and `an hour` is none",
            "`DateLessThan` takes a date such as `2026-09-26`, and `1 May 2026` is none",
            "`BinaryEquals` takes Base64, and `not base64!` is none",
            "`IpAddress` takes an address or a range in CIDR notation, and `203.0.113.*` is none",
        ],
        severity: Severity.Error);

    [Test]
    public void Values_in_the_wrong_JSON_type_are_read_as_their_text() => Finds(
        OneStatement.With("""{ "Bool": { "aws:SecureTransport": [|1|] }, "NumericEquals": { "s3:max-keys": [|true|] } }"""));

    [TestCase("2026")]
    [TestCase("20260926")]
    public void A_date_of_few_digits_is_an_error(string date) => Finds(
        OneStatement.With($$"""{ "DateGreaterThan": { "aws:CurrentTime": [|"{{date}}"|] } }"""),
        $"`{date}` is read as seconds since 1970: write the date as YYYY-MM-DD",
        severity: Severity.Error);

    [Test]
    public void Seconds_since_1970_are_a_suggestion() => Finds(
        OneStatement.With("""{ "DateGreaterThan": { "aws:CurrentTime": [|"1790380800"|] } }"""), severity: Severity.Suggestion);

    [Test]
    public void Good_values_are_clean() => Clean(
        OneStatement.With("""
            {
              "BoolIfExists": { "aws:SecureTransport": "TRUE", "aws:ViaAWSService": false },
              "Null": { "aws:TagKeys": "false" },
              "NumericLessThan": { "aws:MultiFactorAuthAge": ["3600", 1.5, "-1"] },
              "DateLessThan": { "aws:CurrentTime": ["2026-09", "2026-09-26", "2026-09-26T10:00Z", "2026-09-26T10:00:00Z", "2026-09-26T10:00:00.5+02:00"] },
              "BinaryEquals": { "kms:EncryptionContext:a": "QmluYXJ5VmFsdWU=" },
              "NotIpAddress": { "aws:SourceIp": ["203.0.113.7", "2001:db8::/32"] },
              "StringEquals": { "aws:RequestTag/a": "anything" }
            }
            """));

    [Test]
    public void Policy_variables_are_left_to_others() => Clean(OneStatement.With("""{ "Bool": { "aws:SecureTransport": "${aws:PrincipalTag/tls}" } }"""));

    [Test]
    public void A_value_of_a_template_cannot_be_judged() => CannotJudge(
        OneStatement.With("""{ "Bool": { "aws:SecureTransport": [|"{?}"|] } }"""), "the condition value is not known before deployment");

    [Test]
    public void The_service_reports_a_Boolean() => FindsCode(IssueCodes.TypeMismatchBoolean, OneStatement.With("""{ "Bool": { "aws:MultiFactorAuthPresent": [|"2026-01-01"|] } }"""));

    [Test]
    public void The_service_reports_a_date() => FindsCode(IssueCodes.TypeMismatchDate, OneStatement.With("""{ "DateEquals": { "aws:CurrentTime": [|"tomorrow"|] } }"""));

    [Test]
    public void The_service_reports_a_number() => FindsCode(IssueCodes.TypeMismatchNumber, OneStatement.With("""{ "NumericEquals": { "s3:max-keys": [[|"ten"|]] } }"""));

    [Test]
    public void The_service_reports_what_is_not_Base64() => FindsCode(IssueCodes.TypeMismatchString, OneStatement.With("""{ "BinaryEquals": { "kms:EncryptionContext:a": [|"?"|] } }"""));

    [Test]
    public void The_service_reports_what_is_no_range() => FindsCode(IssueCodes.TypeMismatchIpRange, OneStatement.With("""{ "IpAddress": { "aws:SourceIp": [|"203.0.113.0/33"|] } }"""));

    [Test]
    public void The_service_reports_a_year() => FindsCode(IssueCodes.InvalidDateValue, OneStatement.With("""{ "DateGreaterThan": { "aws:CurrentTime": [|"2021"|] }, "DateLessThan": { "aws:CurrentTime": "2022-12-31" } }"""));

    [Test]
    public void The_service_is_silent_about_good_values() => FindsNoCode(
        OneStatement.With("""{ "Bool": { "aws:SecureTransport": "true" }, "NumericEquals": { "s3:max-keys": "10" }, "DateLessThan": { "aws:CurrentTime": "2026-09-26" }, "BinaryEquals": { "kms:EncryptionContext:a": "YQ==" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }"""));
}
