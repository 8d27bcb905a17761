using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyLint.DocGen;
using PolicyLint.Rules;

namespace PolicyLint.NewRule;

/// <summary>What the author asks for, checked.</summary>
internal readonly partial record struct NewRuleRequest(string Id, string Name, RuleCategory Category, string Title)
{
    private const int LongestName = 48;

    /// <summary>The categories that rules of src/PolicyLint.Rules have; those of the grammar are part of the parser.</summary>
    public static ImmutableArray<RuleCategory> Categories { get; } = [.. Enum.GetValues<RuleCategory>().Where(category => category != RuleCategory.Grammar)];

    /// <summary>The name in Pascal case, with SageMaker as AWS writes it.</summary>
    public string ClassName => string.Concat(Name.Split('-').Select(word => word == "sagemaker" ? "SageMaker" : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Checks a request; returns what is wrong with it, or null.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="category">The category's name.</param>
    /// <param name="title">The title.</param>
    /// <param name="shipped">The lines of the shipped rules.</param>
    /// <param name="request">The request.</param>
    public static string? TryMake(string id, string name, string category, string title, IReadOnlyCollection<string> shipped, out NewRuleRequest request)
    {
        request = default;
        if (!IdShape().IsMatch(id))
            return $"`{id}` is no rule id: PL and four digits, such as PL1023.";

        if (!Enum.TryParse(category, ignoreCase: true, out RuleCategory parsed) || !Categories.Contains(parsed) || char.IsDigit(category[0]))
            return $"`{category}` is no category of rules: {string.Join(", ", Categories)}.";

        string range = RuleBook.PrefixOf(parsed);
        ILookup<string, string> nameById = shipped.Select(line => line.Split('|')).ToLookup(fields => fields[0], fields => fields[1]);
        string next = NextFree(range, nameById);
        if (!id.StartsWith(range, StringComparison.Ordinal))
            return $"{id} is not in the range of {parsed}: {range}xxx. The next free id there is {next}.";

        if (nameById[id].FirstOrDefault() is { } owner)
            return $"{id} is taken by {owner}. The next free id of {parsed} is {next}.";

        if (!NameShape().IsMatch(name) || name.Length > LongestName)
            return $"`{name}` is no rule name: the pattern found, in lower-case words joined by hyphens, at most {LongestName} characters.";

        if (nameById.FirstOrDefault(ids => ids.Contains(name)) is { } other)
            return $"The name {name} is taken by {other.Key}.";

        if (title.Length == 0 || !char.IsUpper(title[0]) || title[^1] is '.' or '!' || title.AsSpan().ContainsAny("\"\\\r\n"))
            return $"`{title}` is no title: one short sentence that starts with a capital and has no full stop.";

        request = new NewRuleRequest(id, name, parsed, title);
        return null;
    }

    private static string NextFree(string range, ILookup<string, string> nameById) =>
        Enumerable.Range(1, 999)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{range}{number:000}"))
            .First(candidate => !nameById.Contains(candidate));

    [GeneratedRegex(@"\APL\d{4}\z")]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex NameShape();
}
