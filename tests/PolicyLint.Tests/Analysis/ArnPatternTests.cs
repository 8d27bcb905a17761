using CsCheck;
using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class ArnPatternTests
{
    private const string Endpoint = "arn:${Partition}:sagemaker:${Region}:${Account}:endpoint/${EndpointName}";
    private const string TrainingJob = "arn:${Partition}:sagemaker:${Region}:${Account}:training-job/${TrainingJobName}";
    private const string LogStream = "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}";
    private const string Bucket = "arn:${Partition}:s3:::${BucketName}";
    private const string Object = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";
    private const string Model = "arn:${Partition}:bedrock:${Region}::foundation-model/${ModelId}";

    [Test]
    public void An_arn_is_read_field_by_field()
    {
        ArnPattern arn = Arn("arn:aws:logs:us-east-1:111122223333:log-group:a:b");

        arn.Partition.Text.Should().Be("aws");
        arn.Service.Text.Should().Be("logs");
        arn.Region.Text.Should().Be("us-east-1");
        arn.Account.Text.Should().Be("111122223333");
        arn.Resource.Text.Should().Be("log-group:a:b");
        arn.WrittenFields.Should().Be(6);
    }

    [Test]
    public void A_colon_in_the_default_of_a_variable_separates_nothing()
    {
        ArnPattern arn = Arn("arn:aws:s3:::home/${aws:username, 'a:b'}/x");

        arn.Resource.Text.Should().Be("home/${aws:username, 'a:b'}/x");
        arn.HasVariable.Should().BeTrue();
    }

    [TestCase("endpoint/x")]
    [TestCase("")]
    [TestCase("*")]
    [TestCase("arn:aws:sqs")]
    [TestCase("arn:aws:sns:MyTopic")]
    [TestCase("ARN:aws:s3:::x")]
    public void What_has_too_few_fields_or_no_arn_is_none(string text) =>
        ArnPattern.TryParse(text, policyVariables: true, out _).Should().BeFalse();

    [TestCase("arn:*")]
    [TestCase("arn:aws:*")]
    [TestCase("arn:aws:*:*:*:*")]
    [TestCase("arn:*:*:*:*:*")]
    [TestCase("arn:aws:**:*:*:?*")]
    public void Some_patterns_cover_every_service(string text) => Arn(text).CoversEveryService.Should().BeTrue();

    [TestCase("arn:aws:sagemaker:*")]
    [TestCase("arn:aws:*:us-east-1:*:*")]
    [TestCase("arn:aws:*:*:*:role/*")]
    public void Others_do_not(string text) => Arn(text).CoversEveryService.Should().BeFalse();

    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoint/x", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoint/x", TrainingJob, false)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/*", TrainingJob, false)]
    [TestCase("arn:aws:sagemaker:*:*:Endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:*:*job/*", TrainingJob, true)]
    [TestCase("arn:aws:sagemaker:*:*:x/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:endpoint/x", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*:endpoint/x", TrainingJob, false)]
    [TestCase("arn:aws:sagemaker:*endpoint/x", Endpoint, true)]
    [TestCase("arn:aws:sagemaker*", Endpoint, true)]
    [TestCase("arn:aws:s*", Endpoint, true)]
    [TestCase("arn:*:sagemaker:*", Endpoint, true)]
    [TestCase("arn:*:sagemaker:*", Bucket, false)]
    [TestCase("arn:aws:sagemaker:*", Bucket, false)]
    [TestCase("arn:aws:s3:*", Object, true)]
    [TestCase("arn:aws:s3:::b/a:b:c*", Object, true)]
    [TestCase("arn:aws:s3:us-east-1::b", Bucket, false)]
    [TestCase("arn:aws:logs:*:*:log-group:/aws/sagemaker/*", LogStream, true)]
    [TestCase("arn:aws:logs:*:*:*", LogStream, true)]
    [TestCase("arn:aws:logs:*:log-group:/aws/sagemaker/*", LogStream, true)]
    [TestCase("arn:aws:logs:*:*:log-group:a:log-stream:b:c", LogStream, true)]
    [TestCase("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", Model, true)]
    [TestCase("arn:aws:bedrock:us-east-1:111122223333:foundation-model/x", Model, false)]
    [TestCase("arn:aws:sagemaker:${aws:RequestedRegion}:*:endpoint/${aws:username}", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*:*:${aws:username}", Endpoint, true)]
    [TestCase("arn:aws:\uFFFF:*:*:endpoint/x", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:\uFFFF", TrainingJob, true)]
    public void A_pattern_may_match_a_resource_type(string text, string format, bool expected) =>
        Arn(text).CanMatch(Format(format)).Should().Be(expected);

    [TestCase("arn:aws:sagemaker:*:*:endpoint/*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoint/*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*:*:e*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:us-*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/a*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/?*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:::endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/${aws:username}", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/\uFFFF", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:\uFFFF:\uFFFF:endpoint/*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:\uFFFF", Endpoint, false)]
    [TestCase("arn:aws:s3:::*", Object, true)]
    [TestCase("arn:aws:s3:::*/*", Object, true)]
    [TestCase("arn:aws:s3:::bucket/*", Object, false)]
    [TestCase("arn:aws:s3:::*/*", Bucket, false)]
    public void A_pattern_covers_every_name_of_a_resource_type(string text, string format, bool expected) =>
        Arn(text).CoversAllNamesOf(Format(format), everywhere: false).Should().Be(expected);

    [TestCase("arn:aws:sagemaker:*:*:endpoint/*", Endpoint, true)]
    [TestCase("arn:aws:sagemaker:us-east-1:*:endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:sagemaker:*:111122223333:endpoint/*", Endpoint, false)]
    [TestCase("arn:aws:s3:::*", Bucket, true)]
    public void A_pattern_covers_a_resource_type_everywhere(string text, string format, bool expected) =>
        Arn(text).CoversAllNamesOf(Format(format), everywhere: true).Should().Be(expected);

    [TestCase("arn:aws:s3:::a*", "arn:aws:s3:::ab", true)]
    [TestCase("arn:aws:s3:::a", "arn:aws:s3:::a*", false)]
    [TestCase("arn:aws:sagemaker:*", "arn:aws:sagemaker:us-east-1:*:endpoint/x", true)]
    [TestCase("arn:aws:sagemaker:*:*:*", "arn:aws:sagemaker:*", true)]
    [TestCase("arn:aws:*", "arn:*:s3:::a", false)]
    [TestCase("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/${aws:username}/a", true)]
    [TestCase("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/alice/a", false)]
    [TestCase("arn:aws:s3:::home/\uFFFF", "arn:aws:s3:::home/\uFFFF", false)]
    public void A_pattern_covers_another(string covering, string covered, bool expected) =>
        Arn(covering).Covers(Arn(covered)).Should().Be(expected);

    [TestCase("arn:aws:s3:::a*", "arn:aws:s3:::*b", true)]
    [TestCase("arn:aws:s3:::a*", "arn:aws:s3:::b*", false)]
    [TestCase("arn:aws:sagemaker:*:*:endpoint/*", "arn:aws:sagemaker:*:*:training-job/*", false)]
    [TestCase("arn:aws:logs:*:log-group:a", "arn:aws:logs:us-east-1:111122223333:log-group:a", true)]
    [TestCase("arn:aws:s3:::\uFFFF", "arn:aws:s3:::b", true)]
    [TestCase("arn:aws-cn:s3:::b", "arn:aws:s3:::b", false)]
    public void Patterns_overlap_whichever_comes_first(string left, string right, bool expected)
    {
        Arn(left).Overlaps(Arn(right)).Should().Be(expected);
        Arn(right).Overlaps(Arn(left)).Should().Be(expected);
    }

    [Test]
    public void What_may_match_agrees_with_trying_all_arns()
    {
        ArnFormat format = Format("arn:${P}:s:${R}:${A}:x${N}");
        string[] words = Words.UpTo(4, "ax");
        string[] names = Words.UpTo(4, "ax:");
        string[] all = [.. from region in words from account in words from name in words select $"{region}:{account}:x{name}"];

        Words.Patterns("ax:*?", 5).Sample(
            rest =>
            {
                if (!ArnPattern.TryParse("arn:p:s:" + rest, policyVariables: true, out ArnPattern? arn))
                    return true;

                bool expected = LinesUp(rest, words, names) || Array.Exists(all, text => Words.Match(rest, text));
                return arn.CanMatch(format) == expected;
            },
            iter: 500);
    }

    // Fields one by one; a final star stands for the fields that are left out.
    private static bool LinesUp(string rest, string[] words, string[] names)
    {
        string[] fields = rest.Split(':', 3);
        while (fields.Length < 3)
            fields = [.. fields, rest.EndsWith('*') ? "*" : ""];

        return Array.Exists(words, word => Words.Match(fields[0], word))
            && Array.Exists(words, word => Words.Match(fields[1], word))
            && Array.Exists(names, name => Words.Match(fields[2], "x" + name));
    }

    private static ArnPattern Arn(string text) =>
        ArnPattern.TryParse(text, policyVariables: true, out ArnPattern? arn) ? arn : throw new ArgumentException($"{text} is no ARN.", nameof(text));

    private static ArnFormat Format(string text) => ArnFormat.Parse(text)!;
}
