using CsCheck;
using PolicyLint.Evaluation;
using PolicyLint.Fixing;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>A safe fix changes nothing that is granted: random policies, every request of a small world.</summary>
public sealed class SafeFixProperties
{
    private static readonly string[] Actions = ["s3:GetObject", "s3:PutObject", "s3:ListAllMyBuckets", "sagemaker:DescribeEndpoint", "sagemaker:ListEndpoints", "sagemaker:NotYetKnown"];

    private static readonly string[] Resources =
    [
        "*", "arn:aws:s3:::b/x", "arn:aws:s3:::b/y", "arn:aws:s3:::c/x", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/y",
    ];

    private static readonly Gen<string> Action = OneOf(
        "s3:GetObject", "S3:getobject", "s3:Get*", "s3:*", "s3:*Object", "s3:PutObject", "s3:ListAllMyBuckets", "*", "sagemaker:*", "SageMaker:describeEndpoint",
        "sagemaker:ListEndpoints", "sagemaker:NotYetKnown", "sagemaker:Describe*", "s*:*", "s3", "");

    private static readonly Gen<string> Resource = OneOf(
        "*", "**", "arn:aws:s3:::b/x", "arn:aws:s3:::b/*", "arn:aws:s3:::*", "arn:*", "arn:aws:s3", "arn:aws:s3:::b/${aws:username}", "arn:aws:sagemaker:*:*:*",
        "arn:aws:sagemaker:eu-west-1:*:endpoint/*", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x", "x");

    private static readonly Gen<string> Statement =
        Gen.Select(
            OneOf("Allow", "Allow", "Deny", "allow"),
            OneOf("Action", "Action", "Action", "Actions", "NotAction"),
            Values(Action),
            OneOf("Resource", "Resource", "Resource", "resource", "NotResource"),
            Values(Resource),
            OneOf("", "", ",'Condition':{'Bool':{'aws:SecureTransport':'true'}}", ",'Condition':{'StringEquals':{'aws:username':['x','x']}},", ",'Sid':'a'"))
        .Select((effect, action, actions, resource, resources, more) => $"{{'Effect':'{effect}','{action}':{actions},\n'{resource}':{resources}{more}}}");

    private static readonly Gen<string> Policy =
        Gen.Select(Statement.Array[1, 4], OneOf("", "\uFEFF", "// c\n", "/* c */\r\n"), OneOf("'Version':'2012-10-17',", "'Version':'2008-10-17',", "", "'version':'2012-10-17',"), OneOf("Statement", "statement"), OneOf("", ","))
        .Select((statements, start, version, name, end) => $"{start}{{{version}'{name}':[{string.Join(",\n", statements)}{end}]{end}}}".Replace('\'', '"'));

    [Test]
    public void Nothing_that_is_granted_changes()
    {
        AccessRequest[] requests = [.. RequestSamples.Of(Actions, Resources)];
        int changed = 0;
        Policy.Sample(
            policy =>
            {
                FixResult result = PolicyFixer.Default.Fix(PolicyDocument.Parse(policy));
                Interlocked.Add(ref changed, result.IsChanged ? 1 : 0);
                return result.Document.IsReadable == result.Original.IsReadable && RequestSamples.Difference(result.Original, result.Document, requests) is null;
            },
            iter: 1_000);

        changed.Should().BeGreaterThan(500, "most of these policies have something to mend");
    }

    [Test]
    public void Nothing_is_left_to_mend() =>
        Policy.Sample(policy =>
        {
            PolicyDocument mended = PolicyFixer.Default.Fix(PolicyDocument.Parse(policy)).Document;
            return !PolicyFixer.Default.Fix(mended).IsChanged
                && PolicyFixer.Default.Propose(PolicyLinter.Default.Lint(mended)).All(fix => fix.Safety == FixSafety.Unsafe);
        });

    private static Gen<string> Values(Gen<string> value) =>
        Gen.Select(value.Array[1, 6], Gen.Bool, Gen.Bool).Select((values, alone, trailing) =>
            alone ? $"'{values[0]}'" : $"[{string.Join(", ", values.Select(text => $"'{text}'"))}{(trailing ? "," : "")}]");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
