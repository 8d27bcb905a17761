using System.Text.RegularExpressions;
using CsCheck;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

public sealed class ActionPatternProperties
{
    private static readonly ServiceCatalog Catalog = Statements.Catalog;

    private static readonly (int Ordinal, string Prefix, string Name, string FullName)[] Known =
    [
        .. from ordinal in Enumerable.Range(0, Catalog.OrdinalCount)
           where !Catalog.IsPhantom(ordinal)
           let action = Catalog.GetAction(ordinal)
           select (ordinal, action.Service.Prefix, action.Name, action.FullName),
    ];

    private static readonly string[] Wildcards = ["*", "?", "**", "?*", ""];

    // Real names with parts cut out for wildcards, in odd case: patterns that match something, and sometimes a lot.
    private static readonly Gen<string> Pattern =
        from ordinal in Gen.Int[0, Known.Length - 1]
        from inPrefix in Gen.Bool
        from prefix in Mutilated(Known[ordinal].Prefix)
        from name in Mutilated(Known[ordinal].Name)
        select (inPrefix ? prefix : Known[ordinal].Prefix) + ":" + name;

    [Test]
    public void Expansion_agrees_with_a_regular_expression_over_all_names() =>
        Pattern.Sample(
            pattern =>
            {
                Regex regex = ToRegex(pattern);
                return Statements.Action(pattern).Actions.Where(ordinal => !Catalog.IsPhantom(ordinal))
                    .SequenceEqual(Known.Where(action => regex.IsMatch(action.FullName)).Select(action => action.Ordinal));
            },
            iter: 100);

    private static Gen<string> Mutilated(string text) =>
        from start in Gen.Int[0, text.Length]
        from length in Gen.Int[0, 6]
        from wildcard in Gen.Int[0, Wildcards.Length - 1].Select(i => Wildcards[i])
        from upper in Gen.Bool
        select Cut(upper ? text.ToUpperInvariant() : text, start, length, wildcard);

    private static string Cut(string text, int start, int length, string wildcard)
    {
        string cut = text[..start] + wildcard + text[Math.Min(start + length, text.Length)..];
        return cut.Length == 0 ? "*" : cut;
    }

    private static Regex ToRegex(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".") + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
