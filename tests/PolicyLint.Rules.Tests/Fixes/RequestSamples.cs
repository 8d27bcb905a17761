using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Evaluation;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>Requests that a policy has something to say about, and what two policies say to them.</summary>
internal static class RequestSamples
{
    private const string Principal = "arn:aws:iam::123456789012:role/ann";

    private static readonly RequestContext[] Contexts =
    [
        RequestContext.Empty,
        RequestContext.Open,
        RequestContext.Empty.With("aws:username", "x").With("iam:PassedToService", "sagemaker.amazonaws.com").With("aws:SecureTransport", "true").With("sagemaker:TaggingAction", "CreateEndpoint"),
    ];

    /// <summary>Every one of some actions on every one of some resources, in several contexts.</summary>
    public static IEnumerable<AccessRequest> Of(IEnumerable<string> actions, IReadOnlyCollection<string> resources) =>
        from action in actions
        from resource in resources
        from context in Contexts
        select new AccessRequest { Action = action, Resource = resource, Principal = RequestPrincipal.Parse(Principal), Context = context };

    /// <summary>Actions that the policies mean, some of each pattern, and a resource for each of their patterns.</summary>
    public static IEnumerable<AccessRequest> About(int most, params PolicyDocument[] policies)
    {
        StatementAccess[] statements = [.. policies.SelectMany(policy => PolicyAccess.Of(policy).Statements)];
        IEnumerable<string> actions = statements.SelectMany(statement => statement.ActionPatterns.SelectMany(ActionsOf)).Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> resources = statements.SelectMany(statement => statement.ResourcePatterns.Select(pattern => Concrete(pattern.Text.Value)))
            .Append("*").Append("arn:aws:s3:::another/one").Append("arn:aws:sagemaker:eu-west-1:123456789012:endpoint/another")
            .Distinct().Order(StringComparer.Ordinal);
        return Of(Spread(actions, most), Spread(resources, most));
    }

    /// <summary>The first request that is answered differently, in words; null where there is none.</summary>
    public static string? Difference(PolicyDocument before, PolicyDocument after, IEnumerable<AccessRequest> requests)
    {
        var old = new AccessEvaluator(new ApplicablePolicies { Identity = [before] });
        var now = new AccessEvaluator(new ApplicablePolicies { Identity = [after] });
        return requests
            .Where(request => Cases(old.Evaluate(request)) != Cases(now.Evaluate(request)))
            .Select(request => $"{request.Action} on {request.Resource}: {Cases(old.Evaluate(request))} became {Cases(now.Evaluate(request))}")
            .FirstOrDefault();
    }

    /// <summary>The first request that is allowed now and was not before, in words; null where there is none.</summary>
    public static string? Gain(PolicyDocument before, PolicyDocument after, IEnumerable<AccessRequest> requests)
    {
        var old = new AccessEvaluator(new ApplicablePolicies { Identity = [before] });
        var now = new AccessEvaluator(new ApplicablePolicies { Identity = [after] });
        return requests
            .Where(request => IsGain(old.Evaluate(request).BestCase, now.Evaluate(request).BestCase) || IsGain(old.Evaluate(request).WorstCase, now.Evaluate(request).WorstCase))
            .Select(request => $"{request.Action} on {request.Resource}: {Cases(old.Evaluate(request))} became {Cases(now.Evaluate(request))}")
            .FirstOrDefault();
    }

    private static bool IsGain(AccessDecision before, AccessDecision after) => after == AccessDecision.Allowed && before != AccessDecision.Allowed;

    private static (AccessDecision Best, AccessDecision Worst) Cases(AccessResult result) => (result.BestCase, result.WorstCase);

    private static IEnumerable<string> ActionsOf(ActionPattern pattern) =>
        Spread(pattern.Actions.Where(ordinal => !ServiceCatalog.Default.IsPhantom(ordinal)).Select(ordinal => ServiceCatalog.Default.GetAction(ordinal).FullName), 5)
            .Concat(pattern.Kind == ActionPatternKind.UnknownAction ? [pattern.Text.Value] : []);

    private static string Concrete(string pattern) =>
        pattern == "*" ? "*" : pattern.Replace("${aws:username}", "x", StringComparison.Ordinal).Replace('*', 'x').Replace('?', 'y');

    private static string[] Spread(IEnumerable<string> values, int most)
    {
        string[] all = [.. values];
        return all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[i * (all.Length - 1) / (most - 1)])];
    }
}
