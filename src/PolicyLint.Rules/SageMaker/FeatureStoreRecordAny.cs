using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3026: records of every feature group may be read or written.</summary>
public sealed class FeatureStoreRecordAny() : StatementRule(new RuleDescriptor
{
    Id = "PL3026",
    Name = "feature-store-record-any",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Records.Names,
    Title = "Records of every feature group may be read or written",
    Why = "Models in production decide by what the online store holds: who writes a record there changes the next decision. Who reads "
        + "has the raw features of every team, personal data among them, by actions that IAM calls reads.",
    Remedy = "Name the feature groups, and write in one statement and read in another, for few need both.",
    Limits = "The offline store is read through S3 and Athena, which is not looked at here. Access that only reads is a low risk, "
        + "and none where `sagemaker:List*` brings ListRecords along.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-security.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_PutRecord.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Records = new("sagemaker", "PutRecord", "BatchWriteRecord", "DeleteRecord", "GetRecord", "BatchGetRecord", "ListRecords");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Records, statement, context) is not { } grant || IsByTheWay(grant))
            return;

        bool writes = grant.First.IsWrite;
        string deed = writes ? "change what any team's models decide by" : "read the features of every team";
        grant.Report(context, $"{grant.Lets} {deed}", writes && !grant.IsLimited ? SecuritySeverity.Medium : SecuritySeverity.Low);
    }

    // `sagemaker:List*` asks for the names of things.
    private static bool IsByTheWay(OpenGrant grant) => grant.First.Name == "ListRecords" && !grant.Statement.ActionPatterns.Names(grant.First);
}
