using PolicyLint;

namespace DotnetProvisioning;

/// <summary>Policies for the users of machine learning.</summary>
public static class MlUserPolicies
{
    /// <summary>What an article hands to each of them.</summary>
    public static PolicyDocument Everything { get; } = new PolicyBuilder()
        .Allow(statement => statement.Actions("sagemaker:*").Resources("*"))
        .Build(PolicyType.Identity);

    /// <summary>What they need: the training jobs of their team, run as one role that only SageMaker may use.</summary>
    public static PolicyDocument TrainingOf(string team, string region, string account) => new PolicyBuilder()
        .Allow(statement => statement
            .Sid("RunTrainingOfTheTeam")
            .Actions("sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags")
            .Resources($"arn:aws:sagemaker:{region}:{account}:training-job/{team}-*"))
        .Allow(statement => statement
            .Sid("ListHasNoNarrowerResource")
            .Actions("sagemaker:ListTrainingJobs")
            .Resources("*"))
        .Allow(statement => statement
            .Sid("RunItAsTheTrainingRole")
            .Actions("iam:PassRole")
            .Resources($"arn:aws:iam::{account}:role/{team}-training")
            .When("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com"))
        .Build(PolicyType.Identity);
}
