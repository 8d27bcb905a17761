using System.Collections.Immutable;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>What ValidatePolicy found, at its places in the document.</summary>
internal sealed class ServiceFindings
{
    private const int MaxDetails = 400;

    private readonly SourceText _source;
    private readonly List<Placed> _findings = [];

    public ServiceFindings(SourceText source, ImmutableArray<ServiceFinding> findings)
    {
        _source = source;
        var places = new DocumentPlaces(source);
        foreach (ServiceFinding finding in findings)
        {
            ImmutableArray<(TextSpan Span, string Pointer)> found = [.. finding.Locations.Select(places.Find).OfType<(TextSpan, string)>()];
            IsMisplaced |= found.Length < finding.Locations.Length;
            _findings.Add(new Placed(finding, found.IsEmpty ? [(new TextSpan(0, source.Bytes.Length), "")] : found));
        }
    }

    /// <summary>Whether a place is named that the document does not have: then the answer is about something else.</summary>
    public bool IsMisplaced { get; }

    /// <summary>Whether the service has the code where the finding is.</summary>
    public bool Has(IssueCode code, Finding finding) => _findings.Exists(placed => placed.IsLike(code, finding));

    /// <summary>The service's findings that no local finding says.</summary>
    public IEnumerable<Finding> WithoutLocal(ImmutableArray<Finding> local)
    {
        foreach (Placed placed in _findings)
        {
            if (!local.Any(finding => finding.IssueCode is { } code && placed.IsLike(code, finding)))
                yield return ToFinding(placed);
        }
    }

    private Finding ToFinding(Placed placed)
    {
        ServiceFinding said = placed.Said;
        string details = said.Details.TrimEnd().TrimEnd('.');
        if (details.Length > MaxDetails)
            details = $"{details.AsSpan(0, MaxDetails)}…";

        var code = new IssueCode(said.IssueCode, TypeOf(said.FindingType));
        return Finding
            .Of(ServiceFindingRule.Of(code, said.LearnMoreLink), code.Severity, $"Access Analyzer reports {said.IssueCode}: {details}", _source, placed.Places.AsSpan())
            .With(Confirmation.Confirmed, "Access Analyzer found it");
    }

    // Types that AWS may add are taken for warnings, which fail a run by default.
    private static IssueType TypeOf(string findingType) => findingType switch
    {
        "ERROR" => IssueType.Error,
        "SECURITY_WARNING" => IssueType.SecurityWarning,
        "SUGGESTION" => IssueType.Suggestion,
        _ => IssueType.Warning,
    };

    private sealed record Placed(ServiceFinding Said, ImmutableArray<(TextSpan Span, string Pointer)> Places)
    {
        public bool IsLike(IssueCode code, Finding finding) =>
            Said.IssueCode == code.Name && finding.Pointers.Any(pointer => Places.Any(place => Pointers.Overlap(place.Pointer, pointer)));
    }
}
