using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Client.Model;
using PolicyLint.AccessAnalyzer.Tests.FakeService;
using PolicyLint.TestKit;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>The fake service and the client against AWS's own model of the service, where it lies beside the checkout.</summary>
public sealed class WireModelTests
{
    private static readonly string[] OfEveryRequest = ["Events"];

    [Test]
    public void The_fake_service_takes_what_the_service_takes()
    {
        using JsonDocument model = ReadModel();
        foreach (WireModel.OperationModel operation in WireModel.Operations)
        {
            JsonElement described = model.RootElement.GetProperty("operations").GetProperty(operation.Name);
            described.GetProperty("http").GetProperty("method").GetString().Should().Be("POST");
            described.GetProperty("http").GetProperty("requestUri").GetString().Should().Be(operation.Path);
            JsonElement input = Shape(model, described.GetProperty("input"));
            Names(input.GetProperty("required")).Should().BeEquivalentTo(operation.Required);
            string[] query = [.. input.GetProperty("members").EnumerateObject().Where(member => member.Value.TryGetProperty("location", out _)).Select(member => member.Name)];
            query.Should().BeEquivalentTo(operation.Query);
            input.GetProperty("members").EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo([.. operation.Required, .. operation.Optional, .. operation.Query]);
        }

        model.RootElement.GetProperty("metadata").GetProperty("signingName").GetString().Should().Be("access-analyzer");
    }

    [TestCase("ValidatePolicyRequest", typeof(ValidatePolicyRequest))]
    [TestCase("ValidatePolicyResponse", typeof(ValidatePolicyResponse))]
    [TestCase("ValidatePolicyFinding", typeof(ValidatePolicyFinding))]
    [TestCase("Location", typeof(Location))]
    [TestCase("PathElement", typeof(PathElement))]
    [TestCase("Substring", typeof(Substring))]
    [TestCase("Span", typeof(Span))]
    [TestCase("Position", typeof(Position))]
    [TestCase("CheckNoNewAccessRequest", typeof(CheckNoNewAccessRequest))]
    [TestCase("CheckNoNewAccessResponse", typeof(CheckNoNewAccessResponse))]
    [TestCase("CheckAccessNotGrantedRequest", typeof(CheckAccessNotGrantedRequest))]
    [TestCase("CheckAccessNotGrantedResponse", typeof(CheckAccessNotGrantedResponse))]
    [TestCase("Access", typeof(Access))]
    [TestCase("CheckNoPublicAccessRequest", typeof(CheckNoPublicAccessRequest))]
    [TestCase("CheckNoPublicAccessResponse", typeof(CheckNoPublicAccessResponse))]
    [TestCase("ReasonSummary", typeof(ReasonSummary))]
    public void Every_member_of_a_shape_is_a_member_of_its_class(string shape, Type type)
    {
        using JsonDocument model = ReadModel();

        IEnumerable<string> members = model.RootElement.GetProperty("shapes").GetProperty(shape).GetProperty("members").EnumerateObject().Select(member => member.Name);

        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Except(OfEveryRequest).Should().BeEquivalentTo(members);
    }

    [TestCase("PolicyType", typeof(Client.PolicyType))]
    [TestCase("Locale", typeof(Locale))]
    [TestCase("ValidatePolicyFindingType", typeof(ValidatePolicyFindingType))]
    [TestCase("ValidatePolicyResourceType", typeof(ValidatePolicyResourceType))]
    [TestCase("AccessCheckPolicyType", typeof(AccessCheckPolicyType))]
    [TestCase("AccessCheckResourceType", typeof(AccessCheckResourceType))]
    [TestCase("CheckNoNewAccessResult", typeof(CheckNoNewAccessResult))]
    [TestCase("CheckAccessNotGrantedResult", typeof(CheckAccessNotGrantedResult))]
    [TestCase("CheckNoPublicAccessResult", typeof(CheckNoPublicAccessResult))]
    public void Every_value_of_an_enumeration_is_a_constant_with_AWS_name(string shape, Type type)
    {
        using JsonDocument model = ReadModel();

        string[] values = Names(model.RootElement.GetProperty("shapes").GetProperty(shape).GetProperty("enum"));
        FieldInfo[] constants = type.GetFields(BindingFlags.Public | BindingFlags.Static);

        constants.Select(field => ((ConstantClass)field.GetValue(null)!).Value).Should().Equal(values);
        constants.Select(field => field.Name).Should().Equal(values.Select(value => value.Replace("::", "", StringComparison.Ordinal)));
    }

    private static JsonDocument ReadModel() => JsonDocument.Parse(File.ReadAllBytes(Repository.SharedPathOf("reference", "access-analyzer-service-model.json")));

    private static JsonElement Shape(JsonDocument model, JsonElement reference) =>
        model.RootElement.GetProperty("shapes").GetProperty(reference.GetProperty("shape").GetString()!);

    private static string[] Names(JsonElement list) => [.. list.EnumerateArray().Select(name => name.GetString()!)];
}
