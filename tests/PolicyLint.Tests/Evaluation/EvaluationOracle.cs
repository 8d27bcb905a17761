using PolicyLint.Evaluation;
using PolicyLint.Tests.Analysis;

namespace PolicyLint.Tests.Evaluation;

/// <summary>One statement of a small world: actions and objects of S3, principals of two accounts.</summary>
internal sealed record SmallStatement(bool IsDeny, string Action, string Resource, string? Tag, string Principal)
{
    public string Json(bool withPrincipal)
    {
        string principal = withPrincipal ? $", 'Principal': {(Principal == "*" ? "'*'" : Ask.Aws(Principal))}" : "";
        string condition = Tag is null ? "" : $", 'Condition': {{'StringEquals': {{'aws:PrincipalTag/t': '{Tag}'}}}}";
        return IsDeny ? Ask.Deny(Action, Resource, principal + condition) : Ask.Allow(Action, Resource, principal + condition);
    }
}

/// <summary>What is asked in the small world.</summary>
internal sealed record SmallRequest(string Principal, string Action, string Resource, string Owner, string? Tag)
{
    public RequestContext Context => Tag is null ? RequestContext.Empty : RequestContext.Empty.With("aws:PrincipalTag/t", Tag);
}

/// <summary>All the policies of the small world.</summary>
internal sealed record SmallWorld(
    SmallStatement[] Identity, SmallStatement[]? Resource, SmallStatement[]? Boundary, SmallStatement[]? Session, SmallStatement[][] Scps)
{
    public ApplicablePolicies ToPolicies() => new()
    {
        Identity = [Document(Identity)],
        Resource = Resource is null ? null : Document(Resource, withPrincipal: true),
        Boundary = Boundary is null ? null : Document(Boundary),
        Session = Session is null ? [] : [Document(Session)],
        Scps = [.. Scps.Select(level => System.Collections.Immutable.ImmutableArray.Create(Document(level)))],
    };

    private static PolicyDocument Document(SmallStatement[] statements, bool withPrincipal = false) =>
        Ask.Policy(string.Join(", ", statements.Select(statement => statement.Json(withPrincipal))));
}

/// <summary>AWS's rules as sentences over the small world, without any of the product's machinery.</summary>
internal static class EvaluationOracle
{
    public static AccessDecision Decide(SmallWorld world, SmallRequest request)
    {
        SmallStatement[] resource = [.. (world.Resource ?? []).Where(statement => Applies(statement, request) && Means(statement.Principal, request.Principal))];
        SmallStatement[][] others = [world.Identity, world.Boundary ?? [], world.Session ?? [], .. world.Scps];
        if (resource.Any(statement => statement.IsDeny) || others.Any(layer => layer.Any(statement => statement.IsDeny && Applies(statement, request))))
            return AccessDecision.ExplicitlyDenied;

        bool limitsAllow = (world.Boundary is null || Allows(world.Boundary, request)) && (world.Session is null || Allows(world.Session, request));
        bool identityAllows = Allows(world.Identity, request) && limitsAllow;
        bool toPrincipal = resource.Any(statement => statement.Principal == "*" || statement.Principal == request.Principal);
        bool toRole = resource.Any(statement => statement.Principal == Ask.Role);
        bool isAllowed = request.Owner == Ask.Account
            ? identityAllows || toPrincipal || (toRole && limitsAllow)
            : identityAllows && resource.Length > 0;
        return isAllowed && world.Scps.All(level => Allows(level, request)) ? AccessDecision.Allowed : AccessDecision.ImplicitlyDenied;
    }

    private static bool Allows(SmallStatement[] statements, SmallRequest request) =>
        statements.Any(statement => !statement.IsDeny && Applies(statement, request));

    private static bool Applies(SmallStatement statement, SmallRequest request) =>
        Words.Match(statement.Action, request.Action)
        && Words.Match(statement.Resource, request.Resource)
        && (statement.Tag is null || statement.Tag == request.Tag);

    private static bool Means(string principal, string caller) =>
        principal is "*" or Ask.Account || principal == caller || (principal == Ask.Role && caller == Ask.Session);
}
