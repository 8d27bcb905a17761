using System.Text;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>
/// ARNs to ask CheckAccessNotGranted about. It takes wildcards in the last part only, so the other parts of a pattern are made
/// definite; and where everything is open, the name of a resource that no policy would mean asks for just that.
/// </summary>
internal static class SampleArn
{
    private const string Partition = "aws";
    private const string Region = "us-east-1";
    private const string Account = "111122223333";
    private const string Name = "policylint-unnamed";
    private const int MaxLength = 2048;

    /// <summary>An ARN of a resource that the action can work on and that nobody has named.</summary>
    public static string OfAnyResource(CatalogAction action)
    {
        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            foreach (string format in resource.Type.ArnFormats)
                return FillIn(format);
        }

        return $"arn:{Partition}:{action.Service.Prefix}:{Region}:{Account}:{Name}";
    }

    /// <summary>A pattern as the check takes it; null where it is none that it could take.</summary>
    public static string? Of(ResourcePattern pattern, CatalogAction action)
    {
        // A variable has a colon of its own: ${aws:username}.
        string[] fields = WithoutVariables(pattern.Text.Value).Split(':', 6);
        if (fields.Length < 6 || fields[0] != "arn")
            return null;

        string arn = string.Join(':', "arn",
            Definite(fields[1], Partition),
            Definite(fields[2], action.Service.Prefix),
            Definite(fields[3], Region),
            Definite(fields[4], Account),
            fields[5]);
        return arn.Length <= MaxLength ? arn : null;
    }

    // Of a format only what stands in ${…} is open: "arn:${Partition}:sagemaker:${Region}:${Account}:endpoint/${EndpointName}".
    private static string FillIn(string format)
    {
        var arn = new StringBuilder();
        ReadOnlySpan<char> rest = format;
        while (rest.IndexOf("${", StringComparison.Ordinal) is var start and >= 0 && rest[start..].IndexOf('}') is var length and > 0)
        {
            arn.Append(rest[..start]).Append(rest[(start + 2)..(start + length)] switch
            {
                "Partition" => Partition,
                "Region" => Region,
                "Account" => Account,
                _ => Name,
            });
            rest = rest[(start + length + 1)..];
        }

        return arn.Append(rest).Replace("*", Name).ToString();
    }

    private static string Definite(string field, string sample) => field.AsSpan().ContainsAny('*', '?') ? sample : field;

    private static string WithoutVariables(string text)
    {
        while (text.IndexOf("${", StringComparison.Ordinal) is var start and >= 0 && text.IndexOf('}', start) is var end and >= 0)
            text = $"{text[..start]}*{text[(end + 1)..]}";

        return text;
    }
}
