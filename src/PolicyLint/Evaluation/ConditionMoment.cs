using System.Globalization;

namespace PolicyLint.Evaluation;

/// <summary>
/// Reads points in time as conditions have them: the W3C's profile of ISO 8601, or seconds since 1970. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">date condition operators</see>.
/// </summary>
internal static class ConditionMoment
{
    // A number of seconds this large would lie in the year 5138: it counts milliseconds.
    private const decimal LeastMilliseconds = 100_000_000_000m;

    private static readonly string[] Formats =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The seconds since 1970, as a fraction; null for a text that is no time.</summary>
    public static decimal? Parse(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out DateTimeOffset moment))
            return (decimal)(moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number))
            return null;

        return decimal.Abs(number) >= LeastMilliseconds ? number / 1000 : number;
    }
}
