using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>The second places of a finding: who grants the other steps, how far, and where the next paths begin.</summary>
internal static class EscalationPlaces
{
    private const int MostOthers = 6;

    /// <summary>The places of the first path's steps, then the key actions of some others.</summary>
    public static List<EscalationPlace> Of(List<Escalation> open)
    {
        List<EscalationPlace> places = [];
        Escalation gravest = open[0];
        HashSet<(PolicyAccess, int)> seen = [];
        bool IsNew(EscalationGrant grant, PolicyNode node) => seen.Add((grant.Statement.Policy, node.Span.Start));

        IsNew(gravest.Key, gravest.Key.Place);
        foreach (EscalationGrant grant in gravest.Grants)
        {
            if (IsNew(grant, grant.Place))
                places.Add(new(grant.Statement.Policy.Document, grant.Place, EscalationWords.Step(grant)));
        }

        foreach (EscalationGrant grant in gravest.Grants)
        {
            if (gravest.Path.Decides(grant.Step) && PlaceOfReach(grant) is { } resource && IsNew(grant, resource))
                places.Add(new(grant.Statement.Policy.Document, resource, grant.Step.PassesRole ? "on these roles" : "on this"));
        }

        int others = 0;
        foreach (Escalation other in open)
        {
            if (others < MostOthers && IsNew(other.Key, other.Key.Place))
            {
                places.Add(new(other.Key.Statement.Policy.Document, other.Key.Place, $"also `{other.Path.Id}`"));
                others++;
            }
        }

        return places;
    }

    private static PolicyNode? PlaceOfReach(EscalationGrant grant) => grant.Reach == EscalationReach.Any
        ? grant.Statement.PlaceOfResources(static pattern => pattern.Kind == ResourcePatternKind.Everything)
        : grant.Statement.PlaceOfResources(static pattern => pattern.Arn is { Resource: { HasWildcard: true } or { HasVariable: true } });
}

/// <summary>A second place, and the document that it is in: a path may go through several.</summary>
internal readonly record struct EscalationPlace(PolicyDocument Document, PolicyNode Node, string Note);
