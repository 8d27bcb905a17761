using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ArnShapeTests : RuleTest<ArnShape>
{
    [Test]
    public void What_is_no_ARN_is_told() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [[|"data/*"|], [|"s3://data/*"|], [|"ARN:aws:s3:::data/*"|], [|" arn:aws:s3:::data/*"|], [|"arn:aws:s3:data"|]] }
        }
        """,
        [
            "`data/*` is neither `*` nor an ARN",
            "`s3://data/*` is no ARN: write `arn:aws:s3:::data/*`",
            "`ARN:aws:s3:::data/*` is no ARN: it must start with `arn:`, in lower case and without a blank before it",
            "` arn:aws:s3:::data/*` is no ARN: it must start with `arn:`, in lower case and without a blank before it",
            "`arn:aws:s3:data` has only 4 of the 6 parts of an ARN",
        ]);

    [Test]
    public void A_part_that_no_resource_has_is_told() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": [
              [|"arn:amazon:sagemaker:us-east-1:111122223333:endpoint/a"|],
              [|"arn::sagemaker:us-east-1:111122223333:endpoint/a"|],
              [|"arn:aws::us-east-1:111122223333:endpoint/a"|],
              [|"arn:aws:SageMaker:us-east-1:111122223333:endpoint/a"|],
              [|"arn:aws:sagemaker:111122223333:us-east-1:endpoint/a"|],
              [|"arn:aws:sagemaker:us-east-1a:111122223333:endpoint/a"|],
              [|"arn:aws:sagemaker:region:111122223333:endpoint/a"|],
              [|"arn:aws:sagemaker:us-east-1:11112222333:endpoint/a"|],
              [|"arn:aws:sagemaker:*:account-id:endpoint/a"|]
            ] }
        }
        """,
        [
            "`arn:amazon:sagemaker:us-east-1:111122223333:endpoint/a` never matches: there is no partition `amazon`",
            "`arn::sagemaker:us-east-1:111122223333:endpoint/a` never matches: it has no partition",
            "`arn:aws::us-east-1:111122223333:endpoint/a` never matches: it has no service",
            "`arn:aws:SageMaker:us-east-1:111122223333:endpoint/a` never matches: the service `SageMaker` must be in lower case",
            "`arn:aws:sagemaker:111122223333:us-east-1:endpoint/a` never matches: the account `111122223333` stands where the region belongs",
            "`arn:aws:sagemaker:us-east-1a:111122223333:endpoint/a` never matches: there is no region `us-east-1a`",
            "`arn:aws:sagemaker:region:111122223333:endpoint/a` never matches: there is no region `region`",
            "`arn:aws:sagemaker:us-east-1:11112222333:endpoint/a` never matches: an account has 12 digits, not `11112222333`",
            "`arn:aws:sagemaker:*:account-id:endpoint/a` never matches: an account has 12 digits, not `account-id`",
        ]);

    [Test]
    public void NotResource_is_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": [|"data/*"|] }
        }
        """, type: PolicyType.Scp);

    [Test]
    public void Real_ARNs_and_patterns_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [
              "arn:aws:s3:::data/*",
              "arn:*:s3:::data/*",
              "arn:aws-cn:s3:::data/*",
              "arn:aws*:sagemaker:*:*:endpoint/*",
              "arn:aws:sagemaker:us-gov-west-1:111122223333:endpoint/a",
              "arn:aws-eusc:sagemaker:eusc-de-east-1:111122223333:endpoint/a",
              "arn:aws:iam::aws:policy/ReadOnlyAccess",
              "arn:aws:imagebuilder:us-east-1:aws:component/*",
              "arn:aws:sagemaker:${aws:RequestedRegion}:${aws:PrincipalAccount}:endpoint/*",
              "arn:aws:waf:*",
              "arn:*",
              "*"
            ] }
        }
        """);

    [Test]
    public void An_API_Gateway_policy_may_leave_out_the_beginning() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/GET/pets" }
        }
        """, PolicyType.Resource);

    [Test]
    public void The_same_in_an_identity_policy_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "execute-api:Invoke", "Resource": [|"execute-api:/prod/GET/pets"|] }
        }
        """, "`execute-api:/prod/GET/pets` is neither `*` nor an ARN");

    [Test]
    public void An_empty_text_is_the_grammars_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "" }
        }
        """, problems: "PL0104");

    [Test]
    public void Fields_of_a_template_are_passed_over() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:{?}:s3:::data/*", "arn:aws:sagemaker:{?}:{?}:endpoint/{?}"] }
        }
        """);

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [|"{?}/*"|] }
        }
        """, "the resource is not known before deployment");

    [TestCase("arn:aws:sagemaker:us-west-2:acct-id:app/d-1/*", Severity.Warning)]
    [TestCase("arn:aws:sagemaker:{{Region}}:111122223333:endpoint/a", Severity.Warning)]
    [TestCase("arn:aws:sagemaker:eu-west-1:<ACCOUNT_1>:endpoint/a", Severity.Warning)]
    [TestCase("arn:aws:sagemaker:eu-west-1:1111:endpoint/a", Severity.Error)]
    [TestCase("arn:aws:sagemaker:us-east-1a:111122223333:endpoint/a", Severity.Error)]
    public void A_placeholder_weighs_less_than_a_mistake(string arn, Severity severity) =>
        Finds(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": [|"{{arn}}"|] }
            }
            """,
            severity: severity);

    private static IEnumerable<TestCaseData> Coded =>
    [
        new("aws:s3:::data", IssueCodes.InvalidArnPrefix),
        new("fakeArn", IssueCodes.MissingArnField),
        new("arn:aws:s3:data", IssueCodes.MissingArnField),
        new("arn:amazon:s3:::data", IssueCodes.InvalidPartition),
        new("arn:aws:sss:::data", IssueCodes.InvalidService),
        new("arn:aws:S3:::data", IssueCodes.InvalidArnServiceCase),
        new("arn:aws:sqs:us-east-1a:111122223333:jobs", IssueCodes.InvalidArnRegion),
        new("arn:aws:sqs:us-east-1:12345:jobs", IssueCodes.InvalidArnAccount),
        new("arn:aws:sagemaker:us-east-1:111122223333:endpoint:fraud", IssueCodes.InvalidArnResource),
        new("arn:aws:iam:us-east-1:111122223333:role/x", IssueCodes.ArnRegionNotAllowed),
        new("arn:aws:s3::111122223333:data", IssueCodes.ArnAccountNotAllowed),
        new("arn:aws:logs:::log-group:fraud*", IssueCodes.MissingArnRegion),
        new("arn:aws:sqs:us-east-1::jobs", IssueCodes.MissingArnAccount),
    ];

    [TestCaseSource(nameof(Coded))]
    public void Each_mistake_has_its_code(string arn, IssueCode code) => FindsCode(code, $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [|"{{arn}}"|] }
        }
        """);

    [TestCase("arn:aws:s3:::data")]
    [TestCase("arn:aws:s3:us-east-1:111122223333:accesspoint/data/object/*")]
    [TestCase("arn:aws:iam::111122223333:role/x")]
    [TestCase("arn:aws:iam:*:111122223333:role/x")]
    [TestCase("arn:aws:logs:*:111122223333:log-group:fraud:log-stream:1")]
    [TestCase("arn:aws:ec2:us-east-1::image/ami-1")]
    [TestCase("arn:aws:ssm:us-east-1::parameter/aws/service/ami")]
    [TestCase("arn:aws:sagemaker:*:111122223333:canvas*")]
    [TestCase("arn:aws:catalog:us-east-1:111122223333:portfolio/port-1")]
    [TestCase("arn:aws:sso::aws:applicationProvider/x")]
    public void What_some_resource_may_have_is_clean(string arn) => FindsNoCode($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "{{arn}}" }
        }
        """);
}
