using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1010: a service-linked role of any service may be created.</summary>
public sealed class SlrUnscoped() : StatementRule(new RuleDescriptor
{
    Id = "PL1010",
    Name = "slr-unscoped",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Low,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    IssueCodes = Forms,
    Actions = ["iam:CreateServiceLinkedRole"],
    Title = "A service-linked role of any service may be created",
    Why = "Each service that AWS links to the account so gets the permissions that AWS has written for it, also services that nobody here has chosen to use.",
    Remedy = "Name the service: its path in Resource, `role/aws-service-role/sagemaker.amazonaws.com/*`, or `iam:AWSServiceName` in Condition with StringEquals.",
    Limits = "Which services the account uses is not in the policy. Access Analyzer warns of `*` and NotResource only, and of a name with a wildcard.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-create-slr-with-star-in-resource",
    ],
    Since = "0.1.0",
})
{
    private static readonly Glob ServicePath = Glob.Parse("role/aws-service-role/*");

    private static ImmutableArray<IssueCode> Forms =>
    [
        IssueCodes.CreateSlrWithStarInResource,
        IssueCodes.CreateSlrWithStarInActionAndResource,
        IssueCodes.CreateSlrWithStarInResourceAndNotAction,
        IssueCodes.CreateSlrWithNotResource,
        IssueCodes.CreateSlrWithStarInActionAndNotResource,
        IssueCodes.CreateSlrWithNotActionAndNotResource,
    ];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.CreateServiceLinkedRole is not { } create || statement.PlaceOf(create) is not { } place || NamesService(statement))
            return;

        WideGrant? wide = WideGrant.Find(statement, create, Descriptor.IssueCodes);
        if (wide is null && !IsEveryPath(statement))
            return;

        // The service looks at the one statement, and not at what a Deny takes away.
        bool isOfService = context.Options.Profile == RuleProfile.AccessAnalyzer;
        if (!isOfService && !statement.Policy.Grants(statement, create))
            return;

        if ((wide?.Resource ?? statement.PlaceOfResources(IsEveryPath)) is { } resource)
            context.As(wide?.Code).Report(place, $"{(place is PolicyString written ? written.Quoted() : "NotAction")} lets the caller link any AWS service to the account by creating its role", related: (resource, "on this"));
    }

    private static bool NamesService(StatementAccess statement)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.IsAbout("iam:AWSServiceName") && term.Narrows && !HasWildcard(term))
                return true;
        }

        return false;
    }

    private static bool HasWildcard(ConditionTerm term)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (term.Operator!.AllowsWildcards && value.Text.AsSpan().ContainsAny('*', '?'))
                return true;
        }

        return false;
    }

    private static bool IsEveryPath(StatementAccess statement)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (!statement.IsNotResource && IsEveryPath(pattern))
                return true;
        }

        return false;
    }

    private static bool IsEveryPath(ResourcePattern pattern) =>
        pattern.Kind == ResourcePatternKind.Everything
        || (pattern.Arn is { } arn && arn.Service.Matches("iam") && arn.Resource.Contains(ServicePath));
}
