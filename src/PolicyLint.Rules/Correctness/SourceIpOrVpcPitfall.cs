using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2127: a network condition that misses the requests that it is meant for.</summary>
public sealed class SourceIpOrVpcPitfall() : StatementRule(new RuleDescriptor
{
    Id = "PL2127",
    Name = "source-ip-or-vpc-pitfall",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.PrivateIpAddress, IssueCodes.PrivateNotIpAddress, IssueCodes.PrivateIpAddressSubset, IssueCodes.PrivateNotIpAddressSubset],
    Title = "A network condition that misses the requests that it is meant for",
    Why = "`aws:SourceIp` is the public address of the caller and is absent behind a VPC endpoint: a private range never matches it. `aws:SourceVpc` and `aws:SourceVpce` are absent when a service, Pipelines or Step Functions, say, makes the call for the user, and in the console.",
    Remedy = "For private ranges write `aws:VpcSourceIp` together with `aws:SourceVpc`. Leave calls of services out with `aws:ViaAWSService`.",
    Limits = "Conditions on a VPC are looked at for actions of SageMaker that create or start something; making a presigned URL is best kept to a VPC.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-ip-address",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is { Family: OperatorFamily.IpAddress } && term.IsAbout("aws:SourceIp"))
                CheckAddresses(term, context);
            else if (term.Operator is { Family: OperatorFamily.String or OperatorFamily.Arn } && IsAboutVpc(term) && StartsWork(statement, context.Catalog))
                CheckVpc(statement, term, context.As(null));
        }
    }

    private static void CheckAddresses(ConditionTerm term, RuleContext context)
    {
        int privates = 0;
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (value.HasUnknown)
            {
                context.CannotJudge(value, "the condition value is not known before deployment");
                return;
            }

            if (AddressRange.TryParse(value.Text, out AddressRange range) && range.IsPrivate)
                privates++;
        }

        if (privates == 0)
            return;

        bool isNegated = term.Operator!.IsNegated;
        if (privates == term.Entry.Values.Length)
        {
            context.As(isNegated ? IssueCodes.PrivateNotIpAddress : IssueCodes.PrivateIpAddress).Report(
                term.Entry,
                $"No request has a private address as {term.Entry.Key.Quoted()}, so this is always {(isNegated ? "true" : "false")}: write `aws:VpcSourceIp`",
                Severity.Error);
        }
        else
        {
            context.As(isNegated ? IssueCodes.PrivateNotIpAddressSubset : IssueCodes.PrivateIpAddressSubset).Report(
                term.Entry,
                $"No request has a private address as {term.Entry.Key.Quoted()}: for those ranges write `aws:VpcSourceIp`",
                Severity.Suggestion);
        }
    }

    private static void CheckVpc(StatementAccess statement, ConditionTerm term, RuleContext context)
    {
        if (statement.Statement.Effect == Effect.Allow && term.Narrows)
        {
            context.Report(
                term.Entry.Key,
                $"{term.Entry.Key.Quoted()} is absent in the console and when a service makes the call for the user: those are not allowed",
                Severity.Suggestion);
        }
        else if (statement.Statement.Effect == Effect.Deny && term.WhenAbsent == KeyAbsence.Holds && !SparesServices(statement.Conditions))
        {
            context.Report(
                term.Entry.Key,
                $"{term.Entry.Key.Quoted()} is absent when a service makes the call for the user, and this denies it: add `aws:ViaAWSService` with `false`");
        }
    }

    private static bool IsAboutVpc(ConditionTerm term) => term.IsAbout("aws:SourceVpc") || term.IsAbout("aws:SourceVpce") || term.IsAbout("aws:SourceVpcArn");

    private static bool SparesServices(ConditionAccess conditions) =>
        conditions.Mentions("aws:ViaAWSService") || conditions.Mentions("aws:CalledVia") || conditions.Mentions("aws:CalledViaFirst")
        || conditions.Mentions("aws:CalledViaLast") || conditions.Mentions("aws:SourceIp");

    private static bool StartsWork(StatementAccess statement, ServiceCatalog catalog)
    {
        if (statement.IsNotAction || catalog.SageMaker is not { } sageMaker)
            return false;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { } action && action.Service.Index == sageMaker.Index && StartsWork(action))
                return true;

            if (pattern is { Kind: ActionPatternKind.Wildcard, Service: { } service } && service.Index == sageMaker.Index
                && sageMaker.TryGetAction("CreateTrainingJob", out CatalogAction training) && pattern.Holds(training))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWork(CatalogAction action) =>
        action.Risk is not (ActionRisk.PresignedUrl or ActionRisk.Session)
        && (action.Name.StartsWith("Create", StringComparison.Ordinal) || action.Name.StartsWith("Start", StringComparison.Ordinal));
}
