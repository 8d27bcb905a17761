using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>
/// The SageMaker actions that take a role and work as it. The reference names iam:PassRole for most; for the others the
/// request of the API has the role in it. See
/// <see href="https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html">execution roles</see>.
/// </summary>
internal static class RoleTaking
{
    /// <summary>Those that make or change something that runs as the role, the most direct first.</summary>
    public static ActionGroup Actions { get; } = new(
        "sagemaker",
        "CreateNotebookInstance", "CreateTrainingJob", "CreateProcessingJob", "CreatePipeline", "CreateHyperParameterTuningJob", "CreateAutoMLJobV2",
        "CreateAutoMLJob", "CreateCluster", "UpdateCluster", "CreateModel", "CreateDomain", "CreateUserProfile", "UpdateDomain", "UpdateUserProfile",
        "UpdateNotebookInstance", "UpdatePipeline", "CreateJob", "CreateLabelingJob", "CreateFlowDefinition", "CreateMonitoringSchedule",
        "UpdateMonitoringSchedule", "CreateDataQualityJobDefinition", "CreateModelQualityJobDefinition", "CreateModelBiasJobDefinition",
        "CreateModelExplainabilityJobDefinition", "CreateCompilationJob", "CreateOptimizationJob", "CreateEdgePackagingJob",
        "CreateInferenceRecommendationsJob", "CreateInferenceExperiment", "CreateEndpointConfig", "CreateModelPackage", "CreateAlgorithm",
        "CreateFeatureGroup", "CreateImage", "UpdateImage", "CreateMlflowTrackingServer", "CreateMlflowApp", "CreatePartnerApp", "CreateProject",
        "CreateDeviceFleet", "UpdateDeviceFleet", "CreateAIBenchmarkJob", "CreateAIRecommendationJob", "RenderUiTemplate");
}
