using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Cli.Commands;

/// <summary>Says why an action pattern stands for nothing.</summary>
internal static class PatternProblem
{
    /// <summary>A message, with what was probably meant; null where the pattern matches.</summary>
    public static string? Of(ActionPattern pattern, ServiceCatalog catalog) => pattern.Kind switch
    {
        ActionPatternKind.Malformed => $"{pattern}: an action is written service:Name, as in s3:GetObject",
        ActionPatternKind.UnknownService => $"{pattern}: no service has the prefix {pattern.Prefix}{ServiceHint(pattern, catalog)} ({Application.PhraseOf(catalog)})",
        ActionPatternKind.UnknownAction => $"{pattern}: no such action{ActionHint(pattern, catalog)} ({Application.PhraseOf(catalog)})",
        _ when pattern.Actions.IsEmpty => $"{pattern}: matches no action ({Application.PhraseOf(catalog)})",
        _ => null,
    };

    private static string ServiceHint(ActionPattern pattern, ServiceCatalog catalog) =>
        catalog.FindPrefixNote(pattern.Prefix) is { } note ? $": {note.Note}" : DidYouMean(catalog.FindNearestService(pattern.Prefix));

    private static string ActionHint(ActionPattern pattern, ServiceCatalog catalog) =>
        pattern.Service is { } service && catalog.FindNearestAction(service, pattern.Name) is { } name ? DidYouMean($"{service.Prefix}:{name}") : "";

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $"; did you mean {nearest}?";
}
