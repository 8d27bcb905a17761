using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>Which resources and actions of a statement have nothing to do with each other.</summary>
internal static class ResourceFit
{
    // For these the reference is known to be complete; elsewhere what it lacks is as likely as a mistake.
    private static bool IsWellKnown(string service) =>
        service is "sagemaker" or "iam" or "s3" or "ecr" or "kms" or "states" or "lambda" or "secretsmanager";

    /// <summary>Whether PL2007 says of the ARN that no resource at all has it.</summary>
    public static bool HasMisfit(ResourcePattern resource, RuleContext context) => resource.FindMisfit(context.Catalog) != ArnMisfit.None;

    /// <summary>How much it weighs that a resource or an action of the service fits nothing.</summary>
    public static Severity WeightFor(string service, Severity full) => IsWellKnown(service) ? full : Severity.Suggestion;

    /// <summary>Reports a resource that no action works on.</summary>
    public static void Report(ResourcePattern resource, StatementAccess statement, Severity full, RuleContext context)
    {
        if (statement.HasUnknownAction)
        {
            context.CannotJudge(resource.Text, "an action of the statement is not known before deployment");
            return;
        }

        List<CatalogAction> actions = [.. statement.Actions.Where(ordinal => !context.Catalog.IsPhantom(ordinal)).Select(context.Catalog.GetAction).Where(action => action.SupportsResourceLevel)];

        // That no action at all takes an ARN is PL2009's matter.
        if (actions.Count == 0)
            return;

        context.OfCatalog().Report(
            resource.Text,
            $"No action of this statement works on {resource.Text.Quoted()} in the catalogue of {context.Catalog.Date:O}{ArnExample.Hint(resource.Arn!, actions)}",
            WeightFor(resource.Arn!.Service.Text, full),
            (statement.Statement.Action!, "these actions"));
    }
}
