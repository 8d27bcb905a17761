using System.Collections.Immutable;
using CsCheck;
using PolicyLint.AccessAnalyzer.Caching;

namespace PolicyLint.AccessAnalyzer.Tests;

public sealed class QuestionKeyTests
{
    private static readonly Gen<string> Word = Gen.OneOf("", "a", "b", "ab", "actions", "resources", "é");

    private static readonly Gen<(string Region, AccessQuestion Question)> Questions =
        from region in Word
        from document in Word
        from type in Word
        from actions in Word.Array[0, 3]
        from resources in Word.Array[0, 3]
        select (region, new AccessQuestion(document, type, [.. actions], [.. resources]));

    [Test]
    public void Two_questions_have_one_key_where_they_are_the_same_and_else_not() =>
        Gen.Select(Questions, Questions).Sample((left, right) =>
            (KeyOf(left) == KeyOf(right)) == (Spelt(left) == Spelt(right)));

    [Test]
    public void Each_part_of_a_validation_counts()
    {
        var question = new ValidationQuestion("{}", "RESOURCE_POLICY", "AWS::S3::Bucket");
        string[] keys =
        [
            QuestionKey.Of("ValidatePolicy", "eu-west-1", question),
            QuestionKey.Of("Another", "eu-west-1", question),
            QuestionKey.Of("ValidatePolicy", "eu-west-2", question),
            QuestionKey.Of("ValidatePolicy", "eu-west-1", question with { PolicyDocument = "{ }" }),
            QuestionKey.Of("ValidatePolicy", "eu-west-1", question with { PolicyType = "IDENTITY_POLICY" }),
            QuestionKey.Of("ValidatePolicy", "eu-west-1", question with { ResourceType = null }),
        ];

        keys.Should().OnlyHaveUniqueItems();
    }

    private static string KeyOf((string Region, AccessQuestion Question) asked) => QuestionKey.Of("CheckAccessNotGranted", asked.Region, asked.Question);

    private static string Spelt((string Region, AccessQuestion Question) asked) =>
        $"{asked.Region}|{asked.Question.PolicyDocument}|{asked.Question.PolicyType}|{List(asked.Question.Actions)}|{List(asked.Question.Resources)}";

    private static string List(ImmutableArray<string> words) => string.Concat(words.Select(word => $"<{word}>"));
}
