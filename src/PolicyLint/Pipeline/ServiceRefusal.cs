using System.Text;

namespace PolicyLint;

/// <summary>What keeps IAM Access Analyzer from looking at a policy: its profile then says nothing else.</summary>
internal static class ServiceRefusal
{
    // The API publishes no bound. Texts of 32,688 characters were taken and texts of 34,365 refused (ValidationException), and
    // AWS's own validator for CloudFormation stops here.
    private const int MaxCharacters = 32_768;

    /// <summary>The first place where the text is no JSON: the service reads no further.</summary>
    public static Problem? FindSyntaxError(PolicyDocument document)
    {
        foreach (Problem problem in document.Problems)
        {
            if (problem.IssueCode == IssueCodes.JsonSyntaxError)
                return problem;
        }

        return null;
    }

    /// <summary>Why the service gives no answer at all; null where it does.</summary>
    public static string? ReasonForNoAnswer(PolicyDocument document)
    {
        // No text has more characters than bytes.
        if (document.Span.Length <= MaxCharacters)
            return null;

        int length = Encoding.UTF8.GetCharCount(document.Source.Bytes.Span.Slice(document.Span.Start, document.Span.Length));
        return length > MaxCharacters ? $"the policy has {length} characters, and Access Analyzer refuses more than {MaxCharacters}" : null;
    }
}
