using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>What an ARN that no action takes was probably meant to be: the format that it resembles most.</summary>
internal static class ArnExample
{
    private const int ServiceField = 2;
    private const int RegionField = 3;
    private const int AccountField = 4;
    private const int ResourceField = 5;

    /// <summary>The rest of a sentence that names the format and an action that takes it; empty where the service has none.</summary>
    public static string Hint(ArnPattern arn, List<CatalogAction> actions)
    {
        string hint = "";
        var best = (Fields: -1, Start: 0);
        var seen = new HashSet<CatalogResourceType>();
        foreach (CatalogAction action in actions)
        {
            foreach (CatalogActionResource target in action.ResourceTypes)
            {
                // Many actions share few types.
                if (!seen.Add(target.Type))
                    continue;

                foreach (string format in target.Type.ArnFormats)
                {
                    var likeness = Likeness(arn, format);
                    if (likeness.CompareTo(best) > 0)
                        (best, hint) = (likeness, $": `{action}` takes `{format}`");
                }
            }
        }

        return hint;
    }

    // Another service is nothing alike. Region and account, given or left empty, tell a bucket from an access point.
    private static (int Fields, int Start) Likeness(ArnPattern arn, ReadOnlySpan<char> format)
    {
        Span<Range> fields = stackalloc Range[ResourceField + 1];
        if (format.Split(fields, ':') < fields.Length || !arn.Service.Matches(format[fields[ServiceField]]))
            return (-1, 0);

        int alike = IsLeftEmptyAlike(arn.Region, format[fields[RegionField]]) + IsLeftEmptyAlike(arn.Account, format[fields[AccountField]]);
        return (alike, CommonStart(arn.Resource.Text, format[fields[ResourceField]]));
    }

    private static int IsLeftEmptyAlike(Glob field, ReadOnlySpan<char> format) => field.Text.Length == 0 == format.IsEmpty ? 1 : 0;

    // Case and hyphens are what is usually wrong: endpointconfig/ for endpoint-config/.
    private static int CommonStart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int common = 0;
        for (int i = 0, j = 0; ; i++, j++)
        {
            while (i < left.Length && left[i] == '-')
                i++;
            while (j < right.Length && right[j] == '-')
                j++;
            if (i == left.Length || j == right.Length || char.ToUpperInvariant(left[i]) != char.ToUpperInvariant(right[j]))
                return common;

            common++;
        }
    }
}
