using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3016: nodes of every HyperPod cluster can be made to run scripts as root.</summary>
public sealed class ClusterLifecycleCode() : StatementRule(new RuleDescriptor
{
    Id = "PL3016",
    Name = "cluster-lifecycle-code",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Nodes.Names,
    Title = "Nodes of every HyperPod cluster can be made to run scripts as root",
    Why = "New nodes of a cluster fetch their lifecycle scripts from S3 and run them as root. Who makes or adds nodes of any cluster, and writes to "
        + "a bucket whose name starts with sagemaker-, where AWS's own policy for nodes reads, owns the cluster and what is trained there.",
    Remedy = "Name the cluster in Resource, and keep the bucket of the scripts out of reach of those who use the cluster.",
    Limits = "Where the scripts of a cluster lie is not in the policy. Nothing is reported where the policy writes to buckets whose names start otherwise only.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites.html",
        "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerClusterInstanceRolePolicy.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Nodes = new("sagemaker", "CreateCluster", "UpdateCluster", "UpdateClusterSoftware", "BatchAddClusterNodes") { On = ["cluster"] };

    private static readonly ActionGroup Writing = new("s3", "PutObject");

    private static readonly ArnPattern? Scripts = ArnPattern.TryParse("arn:aws:s3:::sagemaker-*", policyVariables: false, out ArnPattern? arn) ? arn : null;

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Nodes, statement, context) is not { } grant)
            return;

        bool writesScripts = Writing.FindIn(statement.Policy, ReachesScripts) is not null;
        if (!writesScripts && Writing.FindIn(statement.Policy) is not null)
            return;

        string deed = writesScripts ? "start nodes of every cluster, whose scripts, run as root, it can write to S3" : "start nodes of every cluster, which run scripts from S3 as root";
        grant.Report(context, $"{grant.Lets} {deed}", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }

    private static bool ReachesScripts(StatementAccess statement)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Everything || (Scripts is not null && pattern.Arn?.Overlaps(Scripts) == true))
                return true;
        }

        return statement.IsNotResource;
    }
}
