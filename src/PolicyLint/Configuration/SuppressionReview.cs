using System.Globalization;

namespace PolicyLint.Configuration;

/// <summary>Makes findings about suppressions.</summary>
internal static class SuppressionReview
{
    public static LintResult Of(LintConfiguration configuration, DateOnly today, IReadOnlySet<Suppression> unused, LintOptions options)
    {
        var sink = new FindingSink(configuration.Source, Catalog.ServiceCatalog.Default, options);
        foreach (Suppression suppression in configuration.Suppressions)
        {
            var place = new FindingPlace(suppression.Place, string.Create(CultureInfo.InvariantCulture, $"/suppressions/{suppression.Number}"));
            if (suppression.IsExpired(today))
            {
                string day = suppression.Expires!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                sink.Add(EngineRules.ExpiredSuppression, null, place, $"This suppression of {suppression.Rule} held until {day} and leaves nothing out any more", null, null, []);
            }
            else if (unused.Contains(suppression))
            {
                sink.Add(EngineRules.UnusedSuppression, null, place, $"Nothing is found that this suppression of {suppression.Rule} could leave out", null, null, []);
            }
        }

        // A result is about a document: this one has no statements, only the text that the findings are about.
        var document = new PolicyDocument(configuration.Source, new TextSpan(0, configuration.Source.Bytes.Length)) { IsReadable = true };
        return new LintResult(document, sink.TakeFindings(), [], isComplete: true);
    }
}
