using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>The second places of a finding: who grants the other steps, how far, and where the next paths begin.</summary>
internal static class EscalationPlaces
{
    private const int MostOthers = 6;

    /// <summary>The places of the first path's steps, then the key actions of some others.</summary>
    public static List<(PolicyNode Node, string Note)> Of(List<Escalation> open)
    {
        List<(PolicyNode Node, string Note)> places = [];
        Escalation gravest = open[0];
        HashSet<int> seen = [gravest.Key.Place.Span.Start];
        foreach (EscalationGrant grant in gravest.Grants)
        {
            if (seen.Add(grant.Place.Span.Start))
                places.Add((grant.Place, EscalationWords.Step(grant)));
        }

        foreach (EscalationGrant grant in gravest.Grants)
        {
            if (gravest.Path.Decides(grant.Step) && PlaceOfReach(grant) is { } resource && seen.Add(resource.Span.Start))
                places.Add((resource, grant.Step.PassesRole ? "on these roles" : "on this"));
        }

        int others = 0;
        foreach (Escalation other in open)
        {
            if (others < MostOthers && seen.Add(other.Key.Place.Span.Start))
            {
                places.Add((other.Key.Place, $"also `{other.Path.Id}`"));
                others++;
            }
        }

        return places;
    }

    private static PolicyNode? PlaceOfReach(EscalationGrant grant) => grant.Reach == EscalationReach.Any
        ? grant.Statement.PlaceOfResources(static pattern => pattern.Kind == ResourcePatternKind.Everything)
        : grant.Statement.PlaceOfResources(static pattern => pattern.Arn is { Resource: { HasWildcard: true } or { HasVariable: true } });
}
