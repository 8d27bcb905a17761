using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1060: every table, job or workgroup of Glue and Athena is open.</summary>
public sealed class GlueAthenaAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1060",
    Name = "glue-athena-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = [.. Jobs.Names, .. Tables.Names, .. Queries.Names],
    Title = "Every table, job or workgroup of Glue and Athena is open",
    Why = "Who makes jobs of Glue runs code with a role that may be passed, who changes tables changes what others train on, and "
        + "who queries in any workgroup passes the limits of each.",
    Remedy = "Name the jobs and the workgroup. An action on a table needs the ARNs of the catalog, the database and the table.",
    Limits = "Lake Formation, which may guard the same tables, is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
        "https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Jobs = new("glue", "CreateJob", "UpdateJob", "StartJobRun");

    private static readonly ActionGroup Tables = new("glue", "DeleteTable", "UpdateTable", "CreateTable") { On = ["table"] };

    private static readonly ActionGroup Queries = new("athena", "StartQueryExecution");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        OpenGrant? gravest = null;
        List<string> names = [];
        List<string> deeds = [];
        foreach (var (group, deed) in (ReadOnlySpan<(ActionGroup, string)>)[(Jobs, "run code in every job"), (Tables, "change every table"), (Queries, "query in every workgroup")])
        {
            if (OpenGrant.Find(group, statement, context) is not { } grant)
                continue;

            gravest ??= grant;
            names.AddRange(grant.Actions.Select(action => action.Name));
            deeds.Add(deed);
        }

        gravest?.Report(context, $"{names.Listed()} {(names.Count == 1 ? "lets" : "let")} the caller {string.Join(" and ", deeds)}");
    }
}
