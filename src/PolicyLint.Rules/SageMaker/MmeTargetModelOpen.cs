using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3024: every model of a multi-model endpoint may be called.</summary>
public sealed class MmeTargetModelOpen() : StatementRule(new RuleDescriptor
{
    Id = "PL3024",
    Name = "mme-targetmodel-open",
    Category = RuleCategory.SageMaker,
    DefaultSeverity = Severity.Suggestion,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Invoking.Names,
    Title = "Every model of a multi-model endpoint may be called",
    Why = "The caller says in the request which artifact under the endpoint's S3 prefix is loaded, another customer's as well as the own.",
    Remedy = "Ask in Condition for StringLike on `sagemaker:TargetModel` with the prefix of the caller's models.",
    Limits = "Which endpoints serve many models is told by their names only: mme, multi-model or multimodel in the ARN.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoint-security.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Invoking = new("sagemaker", "InvokeEndpoint");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || Invoking.In(context.Catalog) is not [{ Action: var invoke }] || !statement.Gives(invoke))
            return;

        if (statement.Conditions.Constrains("sagemaker:TargetModel") || statement.PlaceOf(invoke) is not { } action)
            return;

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Arn && NamesManyModels(pattern, invoke))
                context.Report(pattern.Text, $"Every model of {pattern.Text.Quoted()} may be called, other customers' too", Severity.Suggestion, related: (action, "by this"));
        }
    }

    private static bool NamesManyModels(ResourcePattern pattern, CatalogAction invoke)
    {
        string name = pattern.Arn?.Resource.Text ?? "";
        return (name.Contains("mme", StringComparison.OrdinalIgnoreCase)
                || name.Contains("multi-model", StringComparison.OrdinalIgnoreCase)
                || name.Contains("multimodel", StringComparison.OrdinalIgnoreCase))
            && pattern.CanMatch(invoke.ResourceTypes[0].Type);
    }
}
