using PolicyLint.Sources.Pulumi;

namespace PolicyLint.Sources.Tests.Pulumi;

public sealed class PulumiStackTests
{
    [Test]
    public void A_policy_in_a_string_is_found_at_its_escaped_text() => Findings("""
        {"version": 3, "deployment": {"resources": [
          {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::ml-users", "type": "aws:iam/policy:Policy", "inputs": {
            "policy": "{{Misspelt}}"}}]}}
        """).Should().Equal("""3:92 PL2002 aws:iam/policy:Policy ml-users (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_policy_that_is_an_object_is_found_as_it_stands() => Findings("""
        {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws-native:iam:Role::train", "type": "aws-native:iam:Role", "inputs": {
          "policies": [{"policyName": "a", "policyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::data/*"}]}}]}}]}}
        """).Should().Equal("""3:35 PL2002 aws-native:iam:Role train (policies[0].policyDocument): "s3:GetObjcet" """.TrimEnd());

    [Test]
    public void Each_kind_of_document_has_the_type_that_its_place_makes_it() => Policies("""
        {"deployment": {"resources": [
          {"urn": "urn:pulumi:dev::ml::aws:iam/role:Role::r", "type": "aws:iam/role:Role", "inputs": {"assumeRolePolicy": "{{Clean}}", "inlinePolicies": [{"policy": "{{Clean}}"}]}},
          {"urn": "urn:pulumi:dev::ml::aws:ec2/vpcEndpoint:VpcEndpoint::e", "type": "aws:ec2/vpcEndpoint:VpcEndpoint", "inputs": {"policy": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::aws:s3/bucketPolicy:BucketPolicy::b", "type": "aws:s3/bucketPolicy:BucketPolicy", "inputs": {"policy": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::aws:organizations/policy:Policy::s", "type": "aws:organizations/policy:Policy", "inputs": {"content": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::aws:organizations/policy:Policy::r", "type": "aws:organizations/policy:Policy", "inputs": {"content": "{{Clean}}", "type": "RESOURCE_CONTROL_POLICY"}},
          {"urn": "urn:pulumi:dev::ml::aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy::m", "type": "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", "inputs": {"details": {"policy": "{{Clean}}"}}},
          {"urn": "urn:pulumi:dev::ml::aws-native:ec2:VpcEndpoint::n", "type": "aws-native:ec2:VpcEndpoint", "inputs": {"policyDocument": {"Statement": []}}},
          {"urn": "urn:pulumi:dev::ml::aws:new/thing:Thing::t", "type": "aws:new/thing:Thing", "inputs": {"accessPolicies": [{"text": "{{Clean}}"}]}}]}}
        """).Should().Equal(
            "trust aws:iam/role:Role r (assumeRolePolicy)",
            "identity aws:iam/role:Role r (inlinePolicies[0].policy)",
            "vpc-endpoint aws:ec2/vpcEndpoint:VpcEndpoint e (policy)",
            "resource aws:s3/bucketPolicy:BucketPolicy b (policy)",
            "scp aws:organizations/policy:Policy s (content)",
            "rcp aws:organizations/policy:Policy r (content)",
            "resource aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy m (details.policy)",
            "vpc-endpoint aws-native:ec2:VpcEndpoint n (policyDocument)",
            "? aws:new/thing:Thing t (accessPolicies[0].text)");

    [Test]
    public void What_the_program_writes_is_read_and_what_AWS_answers_is_not() => Findings("""
        {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
            "policy": "{{Misspelt}}"}, "outputs": {
            "policy": "{{Misspelt}}"}}]}}
        """).Should().Equal("""2:92 PL2002 aws:iam/policy:Policy p (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_policy_that_only_AWS_knows_is_read_there() => Findings("""
        {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws:kms/key:Key::k", "type": "aws:kms/key:Key", "inputs": {"description": "k"}, "outputs": {
            "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"kms:Decrpyt\",\"Resource\":\"*\"}]}"}}]}}
        """).Should().Equal("""2:151 PL2002 aws:kms/key:Key k (policy): \"kms:Decrpyt\" """.TrimEnd());

    [Test]
    public void What_waits_to_be_deleted_is_not_read() => Policies("""
        {"deployment": {"resources": [
          {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "delete": true, "inputs": {"policy": "{{Misspelt}}"}},
          {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}]}}
        """).Should().Equal("identity aws:iam/policy:Policy p (policy)");

    [Test]
    public void A_component_is_left_to_its_parts_and_other_clouds_to_others() => Policies("""
        {"deployment": {"resources": [
          {"urn": "urn:pulumi:dev::ml::acme:index:Team::t", "type": "acme:index:Team", "inputs": {"policy": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::gcp:storage/bucketIAMPolicy:BucketIAMPolicy::g", "type": "gcp:storage/bucketIAMPolicy:BucketIAMPolicy", "inputs": {"policyData": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::aws:iot/policy:Policy::i", "type": "aws:iot/policy:Policy", "inputs": {"policy": "{{Clean}}"}},
          {"urn": "urn:pulumi:dev::ml::acme:index:Team$aws:iam/policy:Policy::team::users", "inputs": {"policy": "{{Clean}}"}}]}}
        """).Should().Equal("identity aws:iam/policy:Policy team::users (policy)");

    [Test]
    public void A_policy_that_IAM_does_not_evaluate_is_told() => Sighting.GapsOf(Read("""
        {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws:iot/policy:Policy::i", "type": "aws:iot/policy:Policy", "inputs": {
          "policy": "{{Clean}}"}}]}}
        """)).Should().Equal("2:13 aws:iot/policy:Policy i (policy): a policy of aws:iot/policy:Policy is not one that IAM evaluates");

    [Test]
    public void One_of_AWSs_own_policies_that_is_looked_up_is_not_read() => Policies("""
        {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::ro", "type": "aws:iam/policy:Policy", "external": true,
          "id": "arn:aws:iam::aws:policy/ReadOnlyAccess", "inputs": {}, "outputs": {"policy": "{{Misspelt}}"}}]}}
        """).Should().BeEmpty();

    [Test]
    public void A_checkpoint_is_read_like_an_exported_stack() => Policies("""
        {"version": 3, "checkpoint": {"stack": "dev", "latest": {"resources": [
          {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}]}}}
        """).Should().Equal("identity aws:iam/policy:Policy p (policy)");

    [Test]
    public void A_secret_policy_is_neither_shown_nor_checked()
    {
        SourceReading reading = Read("""
            {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
              "policy": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "hush"}}}]}}
            """);

        Sighting.PoliciesOf(reading).Should().BeEmpty();
        Sighting.GapsOf(reading).Should().Equal("2:13 aws:iam/policy:Policy p (policy): the policy is a secret, so that it is not shown and not checked");
        reading.Gaps.Single().Source.GetLine(2).Should().Contain("\"plaintext\": \"****\"").And.NotContain("hush");
    }

    [Test]
    public void A_secret_part_of_a_policy_is_told_and_what_is_around_it_is_checked()
    {
        SourceReading reading = Read("""
            {"deployment": {"resources": [{"urn": "urn:pulumi:dev::ml::aws-native:iam:ManagedPolicy::p", "type": "aws-native:iam:ManagedPolicy", "inputs": {
              "policyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjcet",
                "Resource": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc"}}]}}}]}}
            """);

        Sighting.Of(reading).Should().Equal("""2:91 PL2002 aws-native:iam:ManagedPolicy p (policyDocument): "s3:GetObjcet" """.TrimEnd());
        Sighting.GapsOf(reading).Should().Equal("3:17 aws-native:iam:ManagedPolicy p (policyDocument): a part of the policy is a secret, so that it is not shown and not checked");
    }

    [Test]
    public void Secrets_beside_a_policy_are_blotted_out_of_its_file()
    {
        SourceReading reading = Read("""
            {"config": {"ml:token": {"value": "hush-1", "secret": true}}, "deployment": {"resources": [
              {"urn": "urn:pulumi:dev::ml::aws:rds/instance:Instance::d", "type": "aws:rds/instance:Instance", "inputs": {"password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"hush-2\""}}},
              {"urn": "urn:pulumi:dev::ml::aws:rds/instance:Instance::e", "type": "aws:rds/instance:Instance", "outputs": {"password": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret": true, "value": {"a": ["hush-3"]}}}},
              {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}]}}
            """);

        SourceText file = reading.Policies.Single().Text.Origin!.File;
        file.GetText(new TextSpan(0, file.Bytes.Length)).Should().NotContain("hush").And.Contain("aws:rds/instance:Instance");
    }

    private static SourceReading Read(string stack) => PulumiReader.Read(SampleFile.Of(stack));

    private static string[] Findings(string stack) => Sighting.Of(Read(stack));

    private static string[] Policies(string stack) => Sighting.PoliciesOf(Read(stack));
}
