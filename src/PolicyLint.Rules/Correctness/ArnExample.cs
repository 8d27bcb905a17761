using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>What an ARN that no action takes was probably meant to be: the format that it resembles most.</summary>
internal static class ArnExample
{
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
                    var likeness = Likeness(arn, format.Split(':', ResourceField + 1));
                    if (likeness.CompareTo(best) > 0)
                        (best, hint) = (likeness, $": `{action}` takes `{format}`");
                }
            }
        }

        return hint;
    }

    // Another service is nothing alike. Region and account, given or left empty, tell a bucket from an access point.
    private static (int Fields, int Start) Likeness(ArnPattern arn, string[] format)
    {
        if (format.Length <= ResourceField || !arn.Service.Matches(format[2]))
            return (-1, 0);

        int fields = IsLeftEmptyAlike(arn.Region, format[RegionField]) + IsLeftEmptyAlike(arn.Account, format[AccountField]);
        return (fields, CommonStart(arn.Resource.Text, format[ResourceField]));
    }

    private static int IsLeftEmptyAlike(Glob field, string format) => field.Text.Length == 0 == (format.Length == 0) ? 1 : 0;

    // Case and hyphens are what is usually wrong: endpointconfig/ for endpoint-config/.
    private static int CommonStart(string left, string right) =>
        Letters(left).Zip(Letters(right)).TakeWhile(static pair => pair.First == pair.Second).Count();

    private static IEnumerable<char> Letters(string text) => text.Where(static letter => letter != '-').Select(char.ToUpperInvariant);
}
