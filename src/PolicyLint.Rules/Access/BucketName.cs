using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>The name of a bucket as a pattern, read for whose it may be.</summary>
internal sealed class BucketName
{
    private const int AccountLength = 12;

    // Words that say what a bucket is for and not whose it is.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws", "amazon", "sagemaker", "glue", "athena", "emr", "redshift", "bedrock", "datazone", "s3", "canvas", "studio",
        "ml", "ai", "mlops", "data", "dataset", "datasets", "model", "models", "training", "input", "output", "artifact", "artifacts",
        "logs", "default", "bucket", "deepracer", "groundtruth", "labeling", "robomaker",
    };

    private readonly string _text;

    private BucketName(string text) => _text = text;

    /// <summary>The bucket of an ARN of S3; null for what is none, or names no bucket.</summary>
    public static BucketName? Of(ResourcePattern pattern)
    {
        if (!pattern.NamesServiceAs("s3"u8) || pattern.Arn is not { Region.Text: "" or "*", Account.Text: "" or "*", Service.Text: "s3" } arn)
            return null;

        string text = arn.Resource.Text;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return new BucketName(slash < 0 ? text : text[..slash]);
    }

    /// <summary>Whether a part is not known before deployment.</summary>
    public bool HasUnknown => _text.Contains(PolicyString.Unknown, StringComparison.Ordinal);

    /// <summary>
    /// Whether a stranger can make a bucket that matches: a wildcard stands before anything else, or only before and between
    /// words that everybody uses. A variable, or twelve digits, an account, make it somebody's.
    /// </summary>
    public bool IsAnybodys
    {
        get
        {
            if (!_text.AsSpan().ContainsAny('*', '?') || _text.Contains("${", StringComparison.Ordinal) || HasAccount())
                return false;

            return _text[0] is '*' or '?' || HasOnlyCommonWords();
        }
    }

    private bool HasAccount()
    {
        int digits = 0;
        foreach (char c in _text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == AccountLength)
                return true;
        }

        return false;
    }

    private bool HasOnlyCommonWords()
    {
        foreach (string word in _text.Split(['-', '.', '*', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Common.Contains(word))
                return false;
        }

        return true;
    }
}
