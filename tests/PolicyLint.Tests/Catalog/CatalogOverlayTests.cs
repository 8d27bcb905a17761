using PolicyLint.Catalog;

namespace PolicyLint.Tests.Catalog;

public class CatalogOverlayTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [TestCase("CreatePresignedDomainUrl", ActionRisk.PresignedUrl)]
    [TestCase("CreateHubContentPresignedUrls", ActionRisk.PresignedUrl)]
    [TestCase("StartSession", ActionRisk.Session)]
    [TestCase("CallWithBearerToken", ActionRisk.Session)]
    [TestCase("CreateStudioLifecycleConfig", ActionRisk.CodeExecution)]
    [TestCase("GetRecord", ActionRisk.DataAccess)]
    [TestCase("Search", ActionRisk.DataAccess)]
    [TestCase("UpdateUserProfile", ActionRisk.RoleSwap)]
    [TestCase("PutLineageGroupPolicy", ActionRisk.ResourcePolicy)]
    [TestCase("DeleteTags", ActionRisk.TagControl)]
    [TestCase("UpdateModelPackage", ActionRisk.ModelApproval)]
    [TestCase("ExtendTrainingPlan", ActionRisk.Purchase)]
    [TestCase("EnableSagemakerServicecatalogPortfolio", ActionRisk.Administration)]
    [TestCase("DescribeEndpoint", ActionRisk.None)]
    public void Actions_of_SageMaker_carry_their_real_risk(string name, ActionRisk risk)
    {
        Catalog.TryGetAction("sagemaker", name, out CatalogAction action).Should().BeTrue();
        action.Risk.Should().Be(risk);
    }

    [Test]
    public void As_many_actions_are_risky_as_the_overlay_says() =>
        Catalog.Services.SelectMany(service => service.Actions).Count(action => action.Risk != ActionRisk.None)
            .Should().Be(CatalogTextOracle.Overlay("risks.jsonl").Count);

    [Test]
    public void MLflow_actions_work_on_an_app_or_a_tracking_server()
    {
        Catalog.TryGetAction("sagemaker-mlflow", "CreateRun", out CatalogAction action).Should().BeTrue();
        action.ResourceTypes.Select(target => target.Type.Name).Should().BeEquivalentTo("mlflow-app", "mlflow-tracking-server");
        action.RequiresOnlyOne.Should().BeTrue();
    }

    [Test]
    public void One_required_type_is_no_alternative()
    {
        Catalog.TryGetAction("glue", "GetTable", out CatalogAction table).Should().BeTrue();
        Catalog.TryGetAction("glue", "GetCrawler", out CatalogAction crawler).Should().BeTrue();
        table.RequiresOnlyOne.Should().BeTrue();
        crawler.RequiresOnlyOne.Should().BeFalse();
    }

    [TestCase("UpdateDomain")]
    [TestCase("CreateJob")]
    public void Actions_that_take_a_role_need_PassRole(string name)
    {
        Catalog.TryGetAction("sagemaker", name, out CatalogAction action).Should().BeTrue();
        action.DependentActions.Select(dependent => dependent.FullName).Should().Contain("iam:PassRole");
    }

    [Test]
    public void The_documented_key_of_multi_container_endpoints_is_there()
    {
        Catalog.TryGetAction("sagemaker", "InvokeEndpoint", out CatalogAction action).Should().BeTrue();
        action.ConditionKeys.TryFind("sagemaker:targetcontainerhostname", out CatalogConditionKey key).Should().BeTrue();
        key.Type.Should().Be(ConditionKeyType.String);
    }

    [Test]
    public void A_retired_prefix_that_AWS_rejects_is_told_from_one_that_AWS_accepts()
    {
        Catalog.FindPrefixNote("elastic-inference").Should().Be(new PrefixNote(
            "elastic-inference", PrefixNoteKind.Retired, null, false, "AWS ended Amazon Elastic Inference; the action does nothing."));
        Catalog.FindPrefixNote("DeepRacer")!.IsStillAccepted.Should().BeTrue();
    }

    [TestCase("sagemaker-runtime", "sagemaker")]
    [TestCase("cloudwatchlogs", "logs")]
    [TestCase("StepFunctions", "states")]
    [TestCase("bedrock-runtime", "bedrock")]
    [TestCase("ecs-tasks", "ecs")]
    [TestCase("mlflow", "sagemaker-mlflow")]
    public void The_name_of_a_client_leads_to_the_prefix(string name, string prefix)
    {
        PrefixNote note = Catalog.FindPrefixNote(name)!;
        note.Kind.Should().Be(PrefixNoteKind.SdkClient);
        note.Replacement.Should().Be(prefix);
    }

    [TestCase("sagemaker")]
    [TestCase("nothing-known")]
    [TestCase("")]
    public void Nothing_is_noted_on_other_prefixes(string prefix) => Catalog.FindPrefixNote(prefix).Should().BeNull();
}
