// A small program with the AWS SDK for Go v2: default endpoints, default credentials, nothing set for iamgen.
package main

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	store := s3.NewFromConfig(cfg)
	if _, err := store.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: aws.String("go-bucket")}); err != nil {
		log.Fatal(err)
	}
	if _, err := store.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("go-bucket"), Key: aws.String("a/b c.txt"), Body: strings.NewReader("hello"),
	}); err != nil {
		log.Fatal(err)
	}
	queues := sqs.NewFromConfig(cfg)
	queue, err := queues.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: aws.String("go-queue")})
	if err != nil {
		log.Fatal(err)
	}
	if _, err := queues.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: queue.QueueUrl, MessageBody: aws.String("hi")}); err != nil {
		log.Fatal(err)
	}
	fmt.Println("done")
}
